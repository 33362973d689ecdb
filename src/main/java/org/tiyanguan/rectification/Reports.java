package org.tiyanguan.rectification;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tiyanguan.engine.Refusal;
import org.tiyanguan.security.People;
import org.tiyanguan.security.Roles;

/** Reads and checks reports, whichever door they come through. */
@Component
class Reports {

    private static final List<String> FIELDS = Report.fields();

    private final ObjectMapper json;
    private final Validator validator;
    private final People people;
    private final Clock clock;
    private final Words words;

    Reports(ObjectMapper json, Validator validator, People people, Clock clock, Words words) {
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.validator = validator;
        this.people = people;
        this.clock = clock;
        this.words = words;
    }

    /** The report of a start form's variables; a refusal names the first field that is wrong. */
    Report read(Map<String, Object> form) {
        Report report = convert(form.entrySet().stream()
                .filter(field -> FIELDS.contains(field.getKey()) && field.getValue() != null)
                .filter(field -> !"".equals(field.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        validator.validate(report).stream()
                .min(Comparator.comparingInt(violation -> FIELDS.indexOf(field(violation))))
                .ifPresent(violation -> {
                    throw new Refusal(field(violation), violation.getMessage());
                });
        if (report.occurredOn().isAfter(LocalDate.now(clock))) throw words.refusal("occurredOn", "future");
        return report;
    }

    /** The report's variables, as the process takes them. */
    Map<String, Object> variables(Report report) {
        Map<String, Object> fields = json.convertValue(report, json.getTypeFactory()
                .constructMapType(LinkedHashMap.class, String.class, Object.class));
        fields.put("occurredOn", report.occurredOn() == null ? null : report.occurredOn().toString());
        return fields;
    }

    /** The account of the officer who reported, checked; null for everybody else. */
    String officerOf(Report report) {
        if (report.channel() != Channel.OFFICER) return null;
        String officer = report.officer() == null ? "" : report.officer().strip();
        if (!people.isMember(officer, Roles.OFFICER)) throw words.refusal("officer", "officer", officer);
        return officer;
    }

    private Report convert(Map<String, Object> fields) {
        try {
            return json.convertValue(fields, Report.class);
        } catch (IllegalArgumentException e) {
            String field = e.getCause() instanceof JsonMappingException m && !m.getPath().isEmpty()
                    ? m.getPath().get(0).getFieldName()
                    : null;
            throw words.refusal(field, "choice");
        }
    }

    private static String field(ConstraintViolation<Report> violation) {
        return violation.getPropertyPath().toString();
    }
}
