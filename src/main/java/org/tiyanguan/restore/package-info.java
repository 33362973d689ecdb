/** After a restore: what the program found, and that it asks before it goes on ({@code docs/adr/0025-restore.md}). */
@ApplicationModule(allowedDependencies = {"audit", "core", "engine", "evidence", "notification", "security", "web"})
@NullMarked
package org.tiyanguan.restore;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
