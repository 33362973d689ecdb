/**
 * Login, roles and people: one login for the pages, Camunda's web applications and the REST interfaces; who may pass
 * which door; what the engine lets each role do. Offers {@link org.tiyanguan.security.CurrentUser} and
 * {@link org.tiyanguan.security.People} to features.
 */
@ApplicationModule(allowedDependencies = {"core", "audit", "gate", "engine", "engine :: queries"})
@NullMarked
package org.tiyanguan.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
