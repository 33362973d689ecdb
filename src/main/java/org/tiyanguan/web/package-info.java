/** What all pages share: the frame, errors, the public home page. */
@ApplicationModule(allowedDependencies = {"core", "engine", "gate", "notification", "security"})
@NullMarked
package org.tiyanguan.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
