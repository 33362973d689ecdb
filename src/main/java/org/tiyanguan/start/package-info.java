/** What the program checks and says when it starts, before there is an application: readable to who installs it. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.tiyanguan.start;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
