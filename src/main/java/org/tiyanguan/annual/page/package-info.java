/** The pages of year-end summaries: while they are made, and for the public. */
@NullMarked
package org.tiyanguan.annual.page;

import org.jspecify.annotations.NullMarked;
