/**
 * The year-end summary (年度总结): the year's figures as they were, looked over by the departments, opinions of the
 * officers, a report that the leader approves and issues, and its corrections (勘误).
 */
@ApplicationModule(
        allowedDependencies = {
            "calendar",
            "chase",
            "colleague",
            "core",
            "engine",
            "event",
            "ledger",
            "ledger :: figures",
            "notification",
            "officer",
            "privacy",
            "security",
            "web"
        })
@NullMarked
package org.tiyanguan.annual;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
