package org.tiyanguan.rectification;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Texts;
import org.tiyanguan.ledger.Channel;
import org.tiyanguan.ledger.Report;
import org.tiyanguan.officer.Terms;
import org.tiyanguan.security.People;
import org.tiyanguan.security.Roles;

/** Reads reports, and checks what their form cannot. */
@Component
class Reports {

    private static final List<String> FIELDS = Report.fields();

    private final ObjectMapper json;
    private final People people;
    private final Terms terms;
    private final Clock clock;
    private final Texts words;

    Reports(ObjectMapper json, People people, Terms terms, Clock clock, Texts words) {
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.people = people;
        this.terms = terms;
        this.clock = clock;
        this.words = words;
    }

    /** The report of a start form's variables. */
    Report read(Map<String, Object> form) {
        Report report = json.convertValue(
                form.entrySet().stream()
                        .filter(field -> FIELDS.contains(field.getKey()) && field.getValue() != null)
                        .filter(field -> !"".equals(field.getValue()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                Report.class);
        if (report.occurredOn().isAfter(LocalDate.now(clock))) throw words.refusal("occurredOn", "future");
        return report;
    }

    /**
     * The account of the officer who reported, checked; null for everybody else. Who spoke at a meeting stays who they
     * were, though their term may have ended since.
     */
    @Nullable
    String officerOf(Report report) {
        if (report.channel() == Channel.MEETING) return report.officer();
        if (report.channel() != Channel.OFFICER) return null;
        String officer = Objects.requireNonNullElse(report.officer(), "").strip();
        if (!people.isMember(officer, Roles.OFFICER)) throw words.refusal("officer", "officer", officer);
        if (!terms.isServing(officer)) throw words.refusal("officer", "officer.over", people.nameOf(officer));
        return officer;
    }
}
