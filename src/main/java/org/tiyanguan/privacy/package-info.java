/** What in a text tells who somebody is, and personal data in part: found, marked, replaced by neutral words. */
@ApplicationModule(allowedDependencies = {"core"})
package org.tiyanguan.privacy;

import org.springframework.modulith.ApplicationModule;
