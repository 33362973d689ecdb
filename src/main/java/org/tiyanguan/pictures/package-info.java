/** Reads pictures that somebody sent and makes calm JPEGs of them, within the memory that there is. */
@ApplicationModule(allowedDependencies = {"core"})
@NullMarked
package org.tiyanguan.pictures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
