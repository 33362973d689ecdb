/**
 * How requests come in, before any servlet sees them: from whom, to which address, how many at once and how fast.
 * Offers {@link org.tiyanguan.gate.Network}, by which callers are told apart.
 */
package org.tiyanguan.gate;
