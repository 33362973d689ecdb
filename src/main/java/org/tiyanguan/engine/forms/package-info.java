/**
 * Camunda Forms as the program reads them: their fields, and the check of what was sent, at every door of the engine.
 */
@NamedInterface("forms")
package org.tiyanguan.engine.forms;

import org.springframework.modulith.NamedInterface;
