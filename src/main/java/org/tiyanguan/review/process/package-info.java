/** What {@code officer-review.bpmn} and {@code review-round.bpmn} call, what their tasks show and who is told. */
@NullMarked
package org.tiyanguan.review.process;

import org.jspecify.annotations.NullMarked;
