/**
 * All that configures the embedded Camunda engine, and the only place that may use the engine's inside: its clock, its
 * passwords, how a refusal is answered. Offers {@link org.tiyanguan.engine.CaseMessages} and
 * {@link org.tiyanguan.engine.Refusal} to features.
 */
@ApplicationModule(allowedDependencies = {"core", "audit"})
@NullMarked
package org.tiyanguan.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
