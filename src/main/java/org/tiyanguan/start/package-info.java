/** What the program checks and says when it starts, before there is an application: readable to who installs it. */
@ApplicationModule(allowedDependencies = {})
package org.tiyanguan.start;

import org.springframework.modulith.ApplicationModule;
