/** The officer's pages: an assignment, its record, findings, sending them. */
@NullMarked
package org.tiyanguan.experience.record;

import org.jspecify.annotations.NullMarked;
