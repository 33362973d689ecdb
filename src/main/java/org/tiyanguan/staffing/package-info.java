/**
 * Work that nobody can do, as its group is empty or its assignee gone: the centre is told at once and finds it on a
 * page. Offers {@link org.tiyanguan.staffing.UnattendedTasks}.
 */
@ApplicationModule(allowedDependencies = {"core", "engine", "notification", "security"})
@NullMarked
package org.tiyanguan.staffing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
