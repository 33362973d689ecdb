/** The pages of events: for centre and leader, for departments and units, and for officers. */
@NullMarked
package org.tiyanguan.event.page;

import org.jspecify.annotations.NullMarked;
