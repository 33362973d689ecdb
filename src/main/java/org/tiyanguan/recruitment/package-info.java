/** Recruitment and appointment of experience officers (体验官招募): calls, applications and places, with their tables. */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "calendar",
            "colleague",
            "core",
            "engine",
            "engine :: forms",
            "evidence",
            "gate",
            "notification",
            "officer",
            "pictures",
            "privacy",
            "security",
            "web"
        })
@NullMarked
package org.tiyanguan.recruitment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
