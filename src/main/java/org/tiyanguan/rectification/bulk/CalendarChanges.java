package org.tiyanguan.rectification.bulk;

import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tiyanguan.calendar.CalendarChanged;
import org.tiyanguan.calendar.OnDaysOff;
import org.tiyanguan.calendar.OnDaysOff.OnDayOff;
import org.tiyanguan.ledger.ChangedDeadlines;
import org.tiyanguan.ledger.ChangedDeadlines.Changed;
import org.tiyanguan.notification.Notices;
import org.tiyanguan.security.Roles;

/** What a new list of holidays changes for cases under way; the centre, which can move it, is told. */
@Component
class CalendarChanges {

    static final String NOTICE = "calendar-changed";

    private final ChangedDeadlines deadlines;
    private final List<OnDaysOff> features;
    private final Notices notices;

    CalendarChanges(ChangedDeadlines deadlines, List<OnDaysOff> features, Notices notices) {
        this.deadlines = deadlines;
        this.features = features;
        this.notices = notices;
    }

    List<Changed> deadlines() {
        return deadlines.all();
    }

    List<OnDayOff> onDaysOff() {
        return features.stream()
                .flatMap(feature -> feature.onDaysOff().stream())
                .toList();
    }

    @EventListener
    void tell(CalendarChanged changed) {
        int moved = deadlines().size();
        int off = onDaysOff().size();
        if (moved + off == 0) return;
        notices.toGroup(
                Roles.CENTER,
                NOTICE,
                null,
                Map.of("changedDeadlines", String.valueOf(moved), "onDaysOff", String.valueOf(off)));
    }
}
