/**
 * Working days of the Chinese calendar: statutory holidays and moved working days, and how an administrator keeps them.
 * Offers {@link org.tiyanguan.calendar.WorkCalendar}, in diagrams {@code ${workCalendar…}}.
 */
@ApplicationModule(allowedDependencies = {"audit", "core", "engine", "security", "web"})
@NullMarked
package org.tiyanguan.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
