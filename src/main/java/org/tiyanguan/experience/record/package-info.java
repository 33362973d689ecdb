/** The officer's pages: an assignment, its record, findings, sending them. */
package org.tiyanguan.experience.record;
