/** What {@code event.bpmn} calls, what its tasks show and who is told. */
@NullMarked
package org.tiyanguan.event.process;

import org.jspecify.annotations.NullMarked;
