package org.tiyanguan.recruitment.staff;

import java.time.LocalDate;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tiyanguan.calendar.OnDaysOff;
import org.tiyanguan.calendar.WorkCalendar;
import org.tiyanguan.recruitment.CallState;
import org.tiyanguan.recruitment.Calls;
import org.tiyanguan.recruitment.RecruitmentTexts;

/** Public notices (公示) that would end on a day off; what was published stays as it was. */
@Component
@Order(30)
class NoticesOnDaysOff implements OnDaysOff {

    private final Calls calls;
    private final WorkCalendar calendar;
    private final RecruitmentTexts texts;

    NoticesOnDaysOff(Calls calls, WorkCalendar calendar, RecruitmentTexts texts) {
        this.calls = calls;
        this.calendar = calendar;
        this.texts = texts;
    }

    @Override
    public List<OnDayOff> onDaysOff() {
        return calls.inState(CallState.NOTICE).stream()
                .map(one -> new OnDayOff(
                        texts.of("on-day-off"),
                        one.number(),
                        one.title(),
                        LocalDate.from(one.endOfNotice()),
                        "/calls/" + one.number()))
                .filter(one -> !calendar.isWorkday(one.day()))
                .toList();
    }
}
