/**
 * How requests come in, before any servlet sees them: from whom, to which address, how many at once and how fast.
 * Offers {@link org.tiyanguan.gate.Network}, by which callers are told apart.
 */
@ApplicationModule(allowedDependencies = {"core"})
@NullMarked
package org.tiyanguan.gate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
