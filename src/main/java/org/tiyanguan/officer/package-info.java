/**
 * Experience officers (体验官): their terms, accounts and letters, how to reach them and whom they must keep away from,
 * what they did and the points for it; the register of all of them. Offers {@link org.tiyanguan.officer.Terms}.
 */
@ApplicationModule(allowedDependencies = {"audit", "core", "engine", "notification", "security", "web"})
@NullMarked
package org.tiyanguan.officer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
