/** Who may pass which address: one table, and what is refused before it. */
package org.tiyanguan.security.doors;
