/** People and fourteen months of cases to try the program with; only in the profile {@code demo}. */
@ApplicationModule(
        allowedDependencies = {
            "annual",
            "calendar",
            "disclosure",
            "engine",
            "event",
            "evidence",
            "experience",
            "ledger",
            "officer",
            "practice",
            "recruitment",
            "rectification",
            "review",
            "security"
        })
@NullMarked
package org.tiyanguan.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
