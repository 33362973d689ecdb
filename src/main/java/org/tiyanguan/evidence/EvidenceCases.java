package org.tiyanguan.evidence;

import java.util.Optional;

/** What a feature knows about who has to do with its cases. */
public interface EvidenceCases {

    /** How the current user stands to the case; empty if there is none, or they may not see it. */
    Optional<EvidenceAccess> access(String number);

    /** The path of the page of the case, from which its evidence is reached. */
    String page(String number);
}
