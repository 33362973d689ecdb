/**
 * Being away: who acts for whom on which days, on one page; {@link org.tiyanguan.security.Deputies} says what follows.
 */
@ApplicationModule(allowedDependencies = {"audit", "calendar", "core", "engine", "notification", "security", "web"})
@NullMarked
package org.tiyanguan.away;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
