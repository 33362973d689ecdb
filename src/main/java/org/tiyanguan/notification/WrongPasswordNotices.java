package org.tiyanguan.notification;

import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tiyanguan.security.People;
import org.tiyanguan.security.WrongPasswords;

/** Tells the owner of an account that somebody tries out its password. */
@Component
class WrongPasswordNotices {

    private final Notices notices;
    private final People people;

    WrongPasswordNotices(Notices notices, People people) {
        this.notices = notices;
        this.people = people;
    }

    @EventListener
    void tell(WrongPasswords wrong) {
        if (people.exists(wrong.account()))
            notices.toUser(
                    wrong.account(), NoticeWords.WRONG_PASSWORDS, null, Map.of("times", String.valueOf(wrong.times())));
    }
}
