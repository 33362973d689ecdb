/**
 * Chases what is due: of every open task with a due date, whichever process it belongs to, its people are reminded once
 * before and told once when it is overdue, and so is whoever stands above; the rest is in the morning's lists. Offers
 * {@link org.tiyanguan.chase.DueElsewhere}.
 */
@ApplicationModule(allowedDependencies = {"calendar", "core", "engine", "notification", "security", "staffing", "web"})
@NullMarked
package org.tiyanguan.chase;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
