/**
 * The audit log: logins, refusals, exports and changes to accounts, who and from where; append-only, kept for at least
 * half a year. Offers {@link org.tiyanguan.audit.AuditLog} to whatever is worth a line.
 */
@ApplicationModule(allowedDependencies = {"core"})
@NullMarked
package org.tiyanguan.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
