/**
 * The dashboard (看板) and the league of departments: figures over the ledger's entries. It changes nothing, and every
 * number leads to the list of what it counts.
 */
@NamedInterface("figures")
@NullMarked
package org.tiyanguan.ledger.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
