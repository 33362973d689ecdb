/** One entry: its page, papers, evidence, what the centre does with it, and what its officer sees of it. */
@NullMarked
package org.tiyanguan.rectification.entry;

import org.jspecify.annotations.NullMarked;
