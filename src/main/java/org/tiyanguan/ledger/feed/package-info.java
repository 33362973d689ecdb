/** The ledger for who follows it: entries in the order in which they moved, and those alike. */
@NamedInterface("feed")
@NullMarked
package org.tiyanguan.ledger.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
