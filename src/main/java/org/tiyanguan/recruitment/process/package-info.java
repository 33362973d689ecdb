/** What {@code recruitment.bpmn} and {@code application.bpmn} call, and what their tasks show. */
@NullMarked
package org.tiyanguan.recruitment.process;

import org.jspecify.annotations.NullMarked;
