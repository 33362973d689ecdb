package org.tiyanguan.rectification.entry;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Texts;
import org.tiyanguan.core.WordForm;
import org.tiyanguan.ledger.Act;
import org.tiyanguan.ledger.Entry;
import org.tiyanguan.ledger.EntryState;
import org.tiyanguan.ledger.PublicTexts;
import org.tiyanguan.rectification.entry.CaseFile.Happening;
import org.tiyanguan.rectification.entry.CaseFile.PartLine;

/**
 * The papers of an entry as Word files (整改通知单、督办单、办结单), in the layouts of {@code documents/}. They have what the viewer
 * may know of the entry and never say who reported, whoever downloads them: they are made to be handed on.
 */
@Component
public class CasePapers {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy 年 M 月 d 日");

    private final PublicTexts texts;
    private final Texts words;
    private final Clock clock;
    private final String centerName;

    CasePapers(PublicTexts texts, Texts words, Clock clock, @Value("${tiyanguan.center-name}") String centerName) {
        this.texts = texts;
        this.words = words;
        this.clock = clock;
        this.centerName = centerName;
    }

    byte[] rectificationNotice(CaseFile file, PartLine line) {
        Map<String, String> values = facts(file, "-" + line.part().id());
        values.putAll(texts.in(file.entry().number()).facts(part(line)));
        return WordForm.fill("rectification-notice.docx", values, null);
    }

    /** Empty for a part that was never supervised. */
    Optional<byte[]> supervisionNotice(CaseFile file, PartLine line, List<Happening> ofPart) {
        return ofPart.stream()
                .filter(one -> one.act() == Act.SUPERVISE)
                .reduce((first, last) -> last)
                .map(supervised -> {
                    Map<String, String> values = facts(file, "-" + line.part().id() + "D");
                    PublicTexts.Mask mask = texts.in(file.entry().number());
                    values.putAll(mask.facts(part(line)));
                    values.put("overdue", line.daysLate() > 0 ? words.of("paper.overdue", line.daysLate()) : "");
                    values.put("card", words.label("card", line.part().card()));
                    values.put("opinion", mask.text(supervised.text()));
                    values.put("supervisedAt", words.time(supervised.at()));
                    return WordForm.fill("supervision-notice.docx", values, null);
                });
    }

    /** Empty while the entry is not closed. */
    public Optional<byte[]> closingNotice(CaseFile file) {
        Entry entry = file.entry();
        if (entry.state() != EntryState.CLOSED) return Optional.empty();
        Map<String, String> values = facts(file, "-B");
        PublicTexts.Mask mask = texts.in(entry.number());
        values.put(
                "results",
                file.parts().stream()
                        .filter(line -> line.part().result() != null)
                        .map(line ->
                                line.department() + "：" + mask.text(line.part().result()))
                        .collect(Collectors.joining("\n")));
        values.put(
                "verified",
                file.history().stream()
                        .filter(one -> one.act() == Act.VERIFY_GOOD)
                        .map(one -> mask.text(one.text()))
                        .reduce((first, last) -> last)
                        .orElse(""));
        values.put("answer", entry.publicAnswer());
        values.put("outcome", words.label("outcome", entry.outcome()));
        values.put("rating", entry.rating() == null ? "" : words.of("rated", entry.rating()));
        values.put("reportedAt", words.time(entry.reportedAt()));
        values.put("closedAt", words.time(entry.endedAt()));
        return Optional.of(WordForm.fill("closing-notice.docx", values, null));
    }

    private Map<String, String> facts(CaseFile file, String ending) {
        Entry entry = file.entry();
        Map<String, String> values = new HashMap<>();
        values.put("centerName", centerName);
        values.put("paper", entry.number() + ending);
        values.put("today", LocalDate.now(clock).format(DAY));
        values.put("title", entry.publicText().title());
        values.put("kind", words.label("kind", entry.kind()));
        values.put("urgency", words.label("urgency", entry.urgency()));
        values.put("serviceItem", entry.publicText().serviceItem());
        values.put("occurredOn", entry.occurredOn().toString());
        values.put("place", entry.publicText().place());
        values.put("description", entry.publicText().description());
        return values;
    }

    private Map<String, String> part(PartLine line) {
        return Map.of(
                "department", line.department(),
                "instruction", line.part().instruction(),
                "acceptBy", words.time(line.part().acceptBy()),
                "deadline", words.time(line.part().deadline()));
    }
}
