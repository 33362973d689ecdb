package org.tiyanguan.calendar;

import java.time.LocalDate;

/** A day that does not follow the week, and the holiday it belongs to. */
record CalendarDay(LocalDate date, DayKind kind, String name) {}
