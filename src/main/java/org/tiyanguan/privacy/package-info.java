/** What in a text tells who somebody is, and personal data in part: found, marked, replaced by neutral words. */
@ApplicationModule(allowedDependencies = {"core"})
@NullMarked
package org.tiyanguan.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
