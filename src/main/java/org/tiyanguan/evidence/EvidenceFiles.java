package org.tiyanguan.evidence;

import org.springframework.stereotype.Component;

/** Whether the folder of evidence has what the database says that it has. */
@Component
public class EvidenceFiles {

    private final Contents contents;

    EvidenceFiles(Contents contents) {
        this.contents = contents;
    }

    /** How many contents have neither a file nor a place in the database. */
    public int missing() {
        return contents.missing();
    }
}
