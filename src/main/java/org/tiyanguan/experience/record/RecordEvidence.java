package org.tiyanguan.experience.record;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.evidence.EvidenceAccess;
import org.tiyanguan.evidence.EvidenceCases;
import org.tiyanguan.experience.ExperienceRecord;
import org.tiyanguan.experience.Records;
import org.tiyanguan.experience.Visits;
import org.tiyanguan.security.CurrentUser;

/** Photos of a record: the officer's own, and the centre's to see once it is sent. Nobody adds on their page. */
@Component
@Transactional(readOnly = true)
class RecordEvidence implements EvidenceCases {

    private final Records records;
    private final Visits visits;
    private final CurrentUser user;

    RecordEvidence(Records records, Visits visits, CurrentUser user) {
        this.records = records;
        this.visits = visits;
        this.user = user;
    }

    @Override
    public Optional<EvidenceAccess> access(String number) {
        return records.find(recordOf(number)).flatMap(this::access);
    }

    @Override
    public String page(String number) {
        ExperienceRecord record = records.find(recordOf(number)).orElseThrow();
        boolean own = user.id().filter(record.officer()::equals).isPresent();
        if (record.visit() == null) return own ? "/officer/report/" + record.number() : "/";
        return own
                ? "/officer/tasks/" + record.visit()
                : "/assignments/" + visits.visit(record.visit()).assignment();
    }

    private static String recordOf(String number) {
        return number.replaceFirst("/.*", "");
    }

    private Optional<EvidenceAccess> access(ExperienceRecord record) {
        if (user.id().filter(record.officer()::equals).isPresent())
            return Optional.of(new EvidenceAccess(EvidenceAccess.OFFICER, false, true));
        if (user.seesEverything() && record.isSent())
            return Optional.of(new EvidenceAccess(EvidenceAccess.CENTER, false, true));
        return Optional.empty();
    }
}
