/**
 * Working days of the Chinese calendar: statutory holidays and moved working days, and how an administrator keeps them.
 * Offers {@link org.tiyanguan.calendar.WorkCalendar}, in diagrams {@code ${workCalendar…}}.
 */
package org.tiyanguan.calendar;
