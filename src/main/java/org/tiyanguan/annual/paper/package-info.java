/** Word files of a summary, in the layout of GB/T 9704. */
@NullMarked
package org.tiyanguan.annual.paper;

import org.jspecify.annotations.NullMarked;
