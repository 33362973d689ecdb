package org.tiyanguan.ledger;

/** What a feature does when what was mended has come back (复发). */
public interface RelapseWatch {

    /**
     * Called in the transaction in which the new entry is opened: a fault here undoes it.
     *
     * @param number of the closed entry
     * @param child the number of the entry that goes on with it
     */
    void relapsed(String number, String child);
}
