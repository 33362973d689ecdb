package org.tiyanguan.event.paper;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.core.WordForm;
import org.tiyanguan.event.Event;
import org.tiyanguan.event.EventInvitations;
import org.tiyanguan.event.EventOpinions;
import org.tiyanguan.event.EventTexts;
import org.tiyanguan.event.Guests;
import org.tiyanguan.event.Invitation;
import org.tiyanguan.event.Invitation.Attendance;

/**
 * An event's papers, in the layouts of {@code documents/} (GB/T 9704). The notice names nobody; of the minutes there is
 * a copy for the office, and one that says 企业代表1, which goes out.
 */
@Component
@Transactional(readOnly = true)
class EventPapers {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");

    private final EventInvitations invitations;
    private final EventOpinions opinions;
    private final Guests guests;
    private final EventTexts texts;
    private final Clock clock;
    private final String centerName;

    EventPapers(
            EventInvitations invitations,
            EventOpinions opinions,
            Guests guests,
            EventTexts texts,
            Clock clock,
            @Value("${tiyanguan.center-name}") String centerName) {
        this.invitations = invitations;
        this.opinions = opinions;
        this.guests = guests;
        this.texts = texts;
        this.clock = clock;
        this.centerName = centerName;
    }

    byte[] notice(Event event) {
        List<Invitation> all = invitations.staying(event.number());
        long officers = all.stream().filter(Invitation::isOfficer).count();
        List<String> who = new ArrayList<>();
        if (officers > 0) who.add(texts.of("paper.officers", officers));
        all.stream().filter(one -> !one.isOfficer()).map(guests::nameOf).forEach(who::add);
        Guests.Mask mask = guests.in(event.number());
        Map<String, String> values = facts(event, mask::text);
        values.put("guests", String.join("、", who));
        values.put("replyBy", texts.day(event.replyBy()));
        values.put("agenda", event.agenda() == null ? texts.of("paper.no-agenda") : mask.text(event.agenda()));
        values.put(
                "change",
                event.sequence() == 0 || event.reason() == null
                        ? ""
                        : texts.of("paper.changed", mask.text(event.reason())));
        return WordForm.fill("event-notice.docx", values, null);
    }

    /** For the office and the desk only: it has the names. */
    byte[] signInSheet(Event event) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (Invitation one : invitations.staying(event.number()))
            rows.add(Map.of(
                    "position", String.valueOf(rows.size() + 1),
                    "guest", guests.nameOf(one),
                    "category", category(one),
                    "signedIn", one.signedInAt() == null ? "" : one.signedInAt().format(MINUTE)));
        return WordForm.fillRows("sign-in-sheet.docx", facts(event, text -> text), rows);
    }

    private String category(Invitation one) {
        return one.category() == null ? texts.label("party", one.party()) : texts.label("category", one.category());
    }

    byte[] minutes(Event event) {
        Map<String, String> values = minutes(event, guests::nameOf, text -> text, text -> text);
        String said = opinions.of(event.number()).stream()
                .map(one -> texts.of(
                        "paper.said",
                        guests.nameOf(invitations.invitation(one.speaker())),
                        one.text(),
                        one.ledger() != null
                                ? texts.of("paper.entered", one.ledger())
                                : Objects.requireNonNullElse(one.answer(), texts.of("paper.unsettled"))))
                .collect(Collectors.joining("\n　　"));
        values.put("opinionsTitle", said.isEmpty() ? "" : texts.of("paper.opinions"));
        values.put("opinions", said);
        return WordForm.fill("event-minutes.docx", values, null);
    }

    /** What was said by whom, and what became of it, is not in it. */
    byte[] minutesForDepartments(Event event) {
        Map<Long, String> labels = guests.labels(event.number());
        Guests.Mask mask = guests.in(event.number());
        return WordForm.fill(
                "event-minutes.docx",
                minutes(event, one -> labels.getOrDefault(one.id(), ""), mask::text, mask::said),
                (byte[]) null);
    }

    byte[] certificate(Event event, Invitation present) {
        Map<String, String> values = facts(event, text -> text);
        values.put("name", guests.nameOf(present));
        return WordForm.fill("training-certificate.docx", values, null);
    }

    private Map<String, String> minutes(
            Event event,
            Function<Invitation, String> name,
            Function<String, String> readable,
            Function<String, String> said) {
        Map<String, String> values = facts(event, readable);
        for (Attendance attendance : Attendance.values())
            values.put(
                    attendance.name().toLowerCase(Locale.ROOT),
                    invitations.of(event.number()).stream()
                            .filter(one -> one.attendance() == attendance)
                            .map(name)
                            .collect(Collectors.collectingAndThen(
                                    Collectors.joining("、"),
                                    names -> names.isEmpty() ? texts.of("paper.nobody") : names)));
        values.put(
                "minutes",
                said.apply(Objects.requireNonNullElse(event.minutes(), "")).replace("\n", "\n　　"));
        return values;
    }

    private Map<String, String> facts(Event event, Function<String, String> readable) {
        Map<String, String> values = new HashMap<>();
        values.put("centerName", centerName);
        values.put("number", event.number());
        values.put("today", LocalDate.now(clock).format(DAY));
        values.put("title", readable.apply(event.title()));
        values.put("kind", texts.label("kind", event.kind()));
        values.put("when", texts.when(event));
        values.put("place", readable.apply(event.where()));
        return values;
    }
}
