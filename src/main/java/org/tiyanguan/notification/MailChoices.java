package org.tiyanguan.notification;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tiyanguan.security.Roles;

/** Which notices somebody may refuse as a mail, by role. Who is late is chased by mail, whether they like it or not. */
enum MailChoices {
    OFFICER(
            Roles.OFFICER::equals,
            "received",
            "triaged",
            "sent-on",
            "submitted",
            "confirm",
            "answer",
            "assignment-invited",
            "assignment-remind",
            "assignment-lapsed",
            "assignment-withdrawn",
            "digest-own",
            "task-soon"),
    CENTER(
            Roles.CENTER::equals,
            "triage",
            "reassign",
            "verify",
            "digest",
            "call-revise",
            "call-declined",
            "application-check",
            "application-objection",
            "assignment-declined",
            "assignment-ended",
            "bulk-ended",
            "task-soon"),
    LEADER(
            Roles.LEADER::equals,
            "ask-department",
            "extension-asked",
            "call-approve",
            "application-decide",
            "digest",
            "task-soon"),
    DEPARTMENT(
            Roles::isDepartment,
            "assigned",
            "accept-late",
            "remind",
            "extension-refused",
            "rescheduled",
            "transferred",
            "urge",
            "withdrawn",
            "rework",
            "digest",
            "task-soon"),
    UNIT(Roles::isUnit, "call-invited", "call-remind", "application-recommended-appointed", "digest-own", "task-soon"),
    COLLEAGUE(
            group -> !group.equals(Roles.OFFICER),
            "handed-over",
            "delegated",
            "given-back",
            "taken-back",
            "opinion-asked",
            "opinion-given",
            "opinion-dropped",
            "copied");

    private final Predicate<String> groups;
    private final List<String> templates;

    MailChoices(Predicate<String> groups, String... templates) {
        this.groups = groups;
        this.templates = List.of(templates);
    }

    /** The templates that a member of these groups chooses among. */
    static List<String> of(Collection<String> groups) {
        return Stream.of(values())
                .filter(choice -> groups.stream().anyMatch(choice.groups))
                .flatMap(choice -> choice.templates.stream())
                .distinct()
                .toList();
    }
}
