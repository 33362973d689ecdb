/** Open311 GeoReport v2 over the ledger. */
package org.tiyanguan.api.open311;
