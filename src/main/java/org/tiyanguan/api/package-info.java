/**
 * The JSON API for other systems, its cursors and its description. Everything about entries it asks of the ledger and
 * the loop.
 */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "core",
            "engine",
            "engine :: forms",
            "ledger",
            "ledger :: feed",
            "privacy",
            "rectification",
            "security",
            "web"
        })
@NullMarked
package org.tiyanguan.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
