/** The list of the ledger: filters, columns, pages, saved lists and exports. */
@NamedInterface("list")
@NullMarked
package org.tiyanguan.ledger.list;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
