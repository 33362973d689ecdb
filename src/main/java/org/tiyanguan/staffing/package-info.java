/**
 * Work that nobody can do, as its group is empty or its assignee gone: the centre is told at once and finds it on a
 * page. Offers {@link org.tiyanguan.staffing.UnattendedTasks}.
 */
@ApplicationModule(allowedDependencies = {"engine", "notification", "security"})
package org.tiyanguan.staffing;

import org.springframework.modulith.ApplicationModule;
