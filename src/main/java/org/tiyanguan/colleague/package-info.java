/**
 * Work among colleagues: who shares the group of an open task hands it over, delegates it, asks for an opinion, sends a
 * copy; in Tasklist's panel 协办. Offers {@link org.tiyanguan.colleague.Cooperation} to the features whose cases it
 * happens in.
 */
@ApplicationModule(allowedDependencies = {"calendar", "core", "engine", "notification", "security"})
@NullMarked
package org.tiyanguan.colleague;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
