/** The list of the ledger: filters, columns, pages, saved lists and exports. */
@NamedInterface("list")
package org.tiyanguan.ledger.list;

import org.springframework.modulith.NamedInterface;
