package org.tiyanguan.calendar;

import java.time.LocalDate;
import java.util.List;

/** A feature that keeps days of its own: what of them lies ahead on what the calendar calls a day off by now. */
public interface OnDaysOff {

    /**
     * What is to happen, or to end, on a day off.
     *
     * @param kind as people call it, such as 体验任务
     * @param href where whoever may do so moves it
     */
    record OnDayOff(String kind, String number, String title, LocalDate day, String href) {}

    /** The earliest first. */
    List<OnDayOff> onDaysOff();
}
