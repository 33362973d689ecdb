/**
 * Experiencing services (体验): assignments that the centre plans, records that officers send, checklists. Each finding
 * of a record starts one rectification.
 */
@ApplicationModule(
        allowedDependencies = {
            "calendar",
            "colleague",
            "core",
            "engine",
            "engine :: forms",
            "evidence",
            "ledger",
            "ledger :: feed",
            "notification",
            "officer",
            "pictures",
            "privacy",
            "rectification",
            "security",
            "web"
        })
@NullMarked
package org.tiyanguan.experience;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
