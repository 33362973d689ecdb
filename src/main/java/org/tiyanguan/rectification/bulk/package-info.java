/** One act of the centre on many entries, worked off by the process {@code bulk-act}. */
package org.tiyanguan.rectification.bulk;
