/** Reads pictures that somebody sent and makes calm JPEGs of them, within the memory that there is. */
@ApplicationModule(allowedDependencies = {"core"})
package org.tiyanguan.pictures;

import org.springframework.modulith.ApplicationModule;
