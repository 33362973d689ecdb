/**
 * Experience officers (体验官): their terms, accounts and letters, how to reach them and whom they must keep away from,
 * what they did and the points for it.
 */
@ApplicationModule(allowedDependencies = {"core", "engine", "security"})
@NullMarked
package org.tiyanguan.officer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
