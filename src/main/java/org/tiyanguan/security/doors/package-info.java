/** Who may pass which address: one table, and what is refused before it. */
@NullMarked
package org.tiyanguan.security.doors;

import org.jspecify.annotations.NullMarked;
