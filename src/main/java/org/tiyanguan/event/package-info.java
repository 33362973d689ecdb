/**
 * Events (培训、座谈、集中调研、聘任仪式、总结会): planned, announced, held and written up; what is said there becomes a finding, or gets
 * an answer.
 */
@ApplicationModule(
        allowedDependencies = {
            "calendar",
            "colleague",
            "core",
            "engine",
            "engine :: forms",
            "evidence",
            "experience",
            "gate",
            "ledger",
            "notification",
            "officer",
            "privacy",
            "rectification",
            "security",
            "web"
        })
@NullMarked
package org.tiyanguan.event;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
