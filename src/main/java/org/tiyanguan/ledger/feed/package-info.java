/** The ledger for who follows it: entries in the order in which they moved, and those alike. */
@NamedInterface("feed")
package org.tiyanguan.ledger.feed;

import org.springframework.modulith.NamedInterface;
