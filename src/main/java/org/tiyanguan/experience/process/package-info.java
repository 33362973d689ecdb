/** What {@code experience.bpmn} calls, what its tasks show and who is told. */
@NullMarked
package org.tiyanguan.experience.process;

import org.jspecify.annotations.NullMarked;
