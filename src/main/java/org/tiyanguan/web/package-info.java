/** What all pages share: the frame, errors, the public home page. */
@ApplicationModule(allowedDependencies = {"core", "engine", "notification", "security"})
package org.tiyanguan.web;

import org.springframework.modulith.ApplicationModule;
