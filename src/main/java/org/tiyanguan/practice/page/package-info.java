/** Practices on pages: the public's, the staff's, the officers', and the feed. */
@NullMarked
package org.tiyanguan.practice.page;

import org.jspecify.annotations.NullMarked;
