/**
 * Reviews of officers (动态管理、考核): what an officer did in a period, the grade and what follows from it, until the term is
 * renewed or ended.
 */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "calendar",
            "colleague",
            "core",
            "engine",
            "notification",
            "officer",
            "security",
            "web"
        })
@NullMarked
package org.tiyanguan.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
