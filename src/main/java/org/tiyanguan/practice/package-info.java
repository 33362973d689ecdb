/**
 * Good practices (宣传推广、举一反三): a rectified entry that is worth it is written up, checked by its department, approved,
 * published, and put to all other departments; later on somebody looks whether it still works.
 */
@ApplicationModule(
        allowedDependencies = {
            "calendar",
            "colleague",
            "core",
            "engine",
            "evidence",
            "ledger",
            "notification",
            "privacy",
            "rectification",
            "security",
            "web"
        })
@NullMarked
package org.tiyanguan.practice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
