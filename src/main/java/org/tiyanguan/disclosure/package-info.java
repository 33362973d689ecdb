/**
 * What the public may see (公开) of the scheme's figures: the centre decides on one page, each decision is kept, and the
 * public reads them on the first page, at {@code /figures} and as CSV.
 */
@ApplicationModule(allowedDependencies = {"core", "ledger :: figures", "security", "web"})
@NullMarked
package org.tiyanguan.disclosure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
