package org.tiyanguan.experience;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.evidence.EvidenceAccess;
import org.tiyanguan.evidence.EvidenceCases;
import org.tiyanguan.security.CurrentUser;

/** Photos of a record: the officer's own, and the centre's to see once it is sent. Nobody adds on their page. */
@Component
@Transactional(readOnly = true)
class RecordEvidence implements EvidenceCases {

    private final Records records;
    private final CurrentUser user;

    RecordEvidence(Records records, CurrentUser user) {
        this.records = records;
        this.user = user;
    }

    @Override
    public Optional<EvidenceAccess> access(String number) {
        return records.find(number.replaceFirst("/.*", "")).flatMap(this::access);
    }

    private Optional<EvidenceAccess> access(ExperienceRecord record) {
        if (user.id().filter(record.officer()::equals).isPresent()) return Optional.of(new EvidenceAccess(EvidenceAccess.OFFICER, false, true));
        if (user.seesEverything() && record.isSent()) return Optional.of(new EvidenceAccess(EvidenceAccess.CENTER, false, true));
        return Optional.empty();
    }
}
