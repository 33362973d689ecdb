/** Open311 GeoReport v2 over the ledger. */
@NullMarked
package org.tiyanguan.api.open311;

import org.jspecify.annotations.NullMarked;
