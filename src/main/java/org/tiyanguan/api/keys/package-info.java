/** Other systems and their keys. */
@NullMarked
package org.tiyanguan.api.keys;

import org.jspecify.annotations.NullMarked;
