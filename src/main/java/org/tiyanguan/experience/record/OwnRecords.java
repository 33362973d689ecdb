package org.tiyanguan.experience.record;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.NotFound;
import org.tiyanguan.experience.ExperienceRecord;
import org.tiyanguan.experience.Records;
import org.tiyanguan.experience.Visit;
import org.tiyanguan.experience.Visits;
import org.tiyanguan.security.CurrentUser;

/** Finds the records and visits of the officer who asks; those of others are not there. */
@Component
class OwnRecords {

    private final Records records;
    private final Visits visits;
    private final CurrentUser user;

    OwnRecords(Records records, Visits visits, CurrentUser user) {
        this.records = records;
        this.visits = visits;
        this.user = user;
    }

    OwnRecord blank() {
        return new OwnRecord(null, null, newToken());
    }

    /** A record without an assignment. */
    OwnRecord report(String number) {
        return records.find(number)
                .filter(this::isOwn)
                .filter(record -> record.visit() == null)
                .map(record -> new OwnRecord(null, record, record.token()))
                .orElseThrow(NotFound::new);
    }

    /** What a page without a number has been kept as, if it has. */
    OwnRecord withToken(String token) {
        return new OwnRecord(null, find(token).orElse(null), token);
    }

    Optional<ExperienceRecord> find(String token) {
        return records.withToken(token).filter(this::isOwn);
    }

    Visit visit(long id) {
        return visits.find(id).filter(visit -> visit.officer().equals(me())).orElseThrow(NotFound::new);
    }

    OwnRecord of(Visit visit) {
        return of(visit, newToken());
    }

    /** @param token for the first draft */
    OwnRecord of(Visit visit, String token) {
        ExperienceRecord record = records.ofVisit(visit.id()).orElse(null);
        return new OwnRecord(visit, record, record == null ? token : record.token());
    }

    /** As it stands by now. */
    OwnRecord again(OwnRecord own) {
        return own.visit() == null
                ? withToken(own.token())
                : of(visits.visit(own.visit().id()), own.token());
    }

    String me() {
        return user.id().orElseThrow();
    }

    private boolean isOwn(ExperienceRecord record) {
        return record.officer().equals(me());
    }

    private static String newToken() {
        return UUID.randomUUID().toString();
    }
}
