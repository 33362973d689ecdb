/**
 * The ledger (台账): entries, the parts that departments have in them, their history, deadlines and who reported; what
 * departments read of it. Knows nothing of the engine: processes change the ledger, not the other way.
 */
@ApplicationModule(
        allowedDependencies = {"audit", "calendar", "core", "notification", "officer", "privacy", "security", "web"})
@NullMarked
package org.tiyanguan.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
