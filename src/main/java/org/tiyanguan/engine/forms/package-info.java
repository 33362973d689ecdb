/**
 * Camunda Forms as the program reads them: their fields, and the check of what was sent, at every door of the engine.
 */
@NamedInterface("forms")
@NullMarked
package org.tiyanguan.engine.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
