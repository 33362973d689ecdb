/** One act of the centre on many entries, worked off by the process {@code bulk-act}. */
@NullMarked
package org.tiyanguan.rectification.bulk;

import org.jspecify.annotations.NullMarked;
