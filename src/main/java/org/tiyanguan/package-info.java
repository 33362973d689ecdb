/** The program as a whole; its rooms are the packages below. */
@NullMarked
package org.tiyanguan;

import org.jspecify.annotations.NullMarked;
