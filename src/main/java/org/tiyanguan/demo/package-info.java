/** People and fourteen months of cases to try the program with; only in the profile {@code demo}. */
@ApplicationModule(
        allowedDependencies = {
            "calendar",
            "engine",
            "event",
            "evidence",
            "experience",
            "officer",
            "recruitment",
            "review",
            "security"
        })
@NullMarked
package org.tiyanguan.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
