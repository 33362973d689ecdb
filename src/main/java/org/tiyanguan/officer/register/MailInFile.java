package org.tiyanguan.officer.register;

import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Texts;
import org.tiyanguan.notification.RefusedAddresses;
import org.tiyanguan.officer.OfficerSections;

/** That no mail reaches the officer, in their file. */
@Component
class MailInFile implements OfficerSections {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final RefusedAddresses refused;
    private final Texts texts;

    MailInFile(RefusedAddresses refused, Texts texts) {
        this.refused = refused;
        this.texts = texts;
    }

    @Override
    public List<Section> of(String account) {
        return refused.of(account).stream()
                .map(one -> new Section(
                        texts.of("mails.refused.heading"),
                        0,
                        List.of(new Row(
                                one.address(), null, texts.of("mails.refused.row", one.why(), TIME.format(one.at()))))))
                .toList();
    }
}
