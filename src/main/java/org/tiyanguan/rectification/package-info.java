/**
 * The rectification loop (整改闭环): a finding becomes a ledger entry, goes to the responsible departments with a deadline,
 * is rectified, verified, confirmed and answered. Holds what {@code rectification.bpmn} calls and who is told.
 */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "calendar",
            "chase",
            "colleague",
            "core",
            "engine",
            "engine :: forms",
            "evidence",
            "ledger",
            "ledger :: feed",
            "ledger :: list",
            "notification",
            "officer",
            "privacy",
            "security",
            "web"
        })
@NullMarked
package org.tiyanguan.rectification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
