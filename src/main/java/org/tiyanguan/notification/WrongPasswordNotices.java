package org.tiyanguan.notification;

import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tiyanguan.security.People;
import org.tiyanguan.security.WrongPasswords;

/** Tells the owner of an account that somebody tries out its password. */
@Component
class WrongPasswordNotices implements NoticeLinks {

    private static final String TEMPLATE = "wrong-passwords";

    private final Notices notices;
    private final People people;

    WrongPasswordNotices(Notices notices, People people) {
        this.notices = notices;
        this.people = people;
    }

    @EventListener
    void tell(WrongPasswords wrong) {
        if (people.exists(wrong.account()))
            notices.toUser(wrong.account(), TEMPLATE, null, Map.of("times", String.valueOf(wrong.times())));
    }

    /** Leads to the page on which the password is changed. */
    @Override
    public Optional<String> ofTemplate(String template) {
        return template.equals(TEMPLATE) ? Optional.of("/camunda/app/welcome/default/") : Optional.empty();
    }
}
