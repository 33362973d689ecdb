/** What {@code recruitment.bpmn} and {@code application.bpmn} call, and what their tasks show. */
package org.tiyanguan.recruitment.process;
