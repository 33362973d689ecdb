package org.tiyanguan.calendar;

/** Days of the calendar were put or removed: what was counted in working days may be another day by now. */
public record CalendarChanged() {}
