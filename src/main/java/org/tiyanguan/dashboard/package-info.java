/**
 * The dashboard (看板) and the league of departments, for the centre and its leader: figures over the ledger's entries.
 * It reads the ledger's tables and changes nothing; every number leads to the ledger's list of what it counts.
 */
package org.tiyanguan.dashboard;
