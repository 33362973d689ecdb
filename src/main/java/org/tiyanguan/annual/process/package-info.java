/**
 * What {@code annual-summary.bpmn}, {@code annual-round.bpmn} and {@code annual-correction.bpmn} call, and who is told.
 */
@NullMarked
package org.tiyanguan.annual.process;

import org.jspecify.annotations.NullMarked;
