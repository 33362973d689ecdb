/** What {@code experience.bpmn} calls, what its tasks show and who is told. */
package org.tiyanguan.experience.process;
