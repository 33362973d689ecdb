package org.tiyanguan.event.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.core.PlainText;
import org.tiyanguan.engine.ForModels;
import org.tiyanguan.engine.ForTask;
import org.tiyanguan.engine.OwnCase;
import org.tiyanguan.event.Event;
import org.tiyanguan.event.EventInvitations;
import org.tiyanguan.event.EventOpinions;
import org.tiyanguan.event.EventTexts;
import org.tiyanguan.event.Events;
import org.tiyanguan.event.Guests;
import org.tiyanguan.event.Invitation;
import org.tiyanguan.event.Invitation.Attendance;
import org.tiyanguan.event.Invitation.Reply;
import org.tiyanguan.event.Opinion;
import org.tiyanguan.officer.Officers;
import org.tiyanguan.security.People;
import org.tiyanguan.security.Roles;

/**
 * The one small view that feeds each form of {@code event.bpmn}, as JSON made when the task is created, and what fields
 * begin with. What departments and units get names no officer.
 */
@ForModels
@ForTask
@Component("eventViews")
@Transactional(readOnly = true)
public class EventTaskForms {

    private record Option(String label, String value) {}

    private final Events events;
    private final EventInvitations invitations;
    private final EventOpinions opinions;
    private final Guests guests;
    private final Officers officers;
    private final People people;
    private final EventTexts texts;
    private final Clock clock;
    private final ObjectMapper json;

    EventTaskForms(
            Events events,
            EventInvitations invitations,
            EventOpinions opinions,
            Guests guests,
            Officers officers,
            People people,
            EventTexts texts,
            Clock clock,
            ObjectMapper json) {
        this.events = events;
        this.invitations = invitations;
        this.opinions = opinions;
        this.guests = guests;
        this.officers = officers;
        this.people = people;
        this.texts = texts;
        this.clock = clock;
        this.json = json;
    }

    // ---- planning

    /** What the centre chooses from. */
    public String toPlan(@OwnCase String number) {
        Event event = events.event(number);
        LocalDate today = LocalDate.now(clock);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("number", number);
        view.put("kind", texts.label("kind", event.kind()));
        view.put("remark", PlainText.of(event.remark()));
        view.put(
                "officers",
                officers.inOffice(today, today).stream()
                        .map(account -> new Option(PlainText.of(people.nameOf(account)), account))
                        .toList());
        view.put(
                "departments",
                people.departments().stream()
                        .map(one -> new Option(PlainText.of(one.name()), Roles.department(one.code())))
                        .toList());
        view.put(
                "units",
                people.units().stream()
                        .map(one -> new Option(PlainText.of(one.name()), one.group()))
                        .toList());
        return write(view);
    }

    /** What the leader decides on. */
    public String toApprove(@OwnCase String number) {
        Map<String, Object> view = view(number, PlainText::of);
        view.put("guests", names(invitations.of(number)));
        return write(view);
    }

    // ---- those invited

    /** What somebody needs to know who is invited. */
    public String ofInvitation(@OwnCase(EventInvitations.class) long invitation) {
        Invitation one = invitations.invitation(invitation);
        UnaryOperator<String> readable = readable(one);
        Map<String, Object> view = view(one.event(), readable);
        view.put("link", (one.isOfficer() ? "/officer/events/" : "/events/") + one.event());
        view.put("duty", texts.label("duty", one.compulsory()));
        view.put("question", one.question() == null ? null : readable.apply(one.question()));
        view.put("answer", one.answer() == null ? null : readable.apply(one.answer()));
        return write(view);
    }

    /** What the centre needs to know to answer a question. */
    public String ofQuestion(@OwnCase(EventInvitations.class) long invitation) {
        Invitation one = invitations.invitation(invitation);
        Map<String, Object> view = view(one.event(), PlainText::of);
        view.put("guest", PlainText.of(guests.nameOf(one)));
        view.put("question", PlainText.of(one.question()));
        return write(view);
    }

    /** The minutes as somebody may read them who was there. */
    public String ofMinutes(@OwnCase(EventInvitations.class) long invitation) {
        Invitation one = invitations.invitation(invitation);
        UnaryOperator<String> readable = readable(one);
        Map<String, Object> view = view(one.event(), readable);
        String minutes = minutes(one.event());
        view.put(
                "minutes",
                PlainText.of(one.isOfficer() ? minutes : guests.in(one.event()).said(minutes)));
        return write(view);
    }

    // ---- what was said

    /** What the centre writes the record from. */
    public String toRecord(@OwnCase String number) {
        Map<String, Object> view = view(number, PlainText::of);
        Map<Long, String> names = invitations.staying(number).stream()
                .collect(Collectors.toMap(Invitation::id, guests::nameOf, (one, other) -> one, LinkedHashMap::new));
        view.put("guests", options(names));
        view.put(
                "opinions",
                opinions.of(number).stream()
                        .filter(one -> one.kind() != Opinion.Kind.QUESTION)
                        .map(one -> new Option(
                                PlainText.of(names.get(one.speaker()) + "：" + one.text()), String.valueOf(one.id())))
                        .toList());
        return write(view);
    }

    /** PRESENT: who has signed in; EXCUSED: who said before that they do not come, or was excused; as JSON. */
    public String attending(@OwnCase String number, String attendance) {
        boolean present = attendance.equals("PRESENT");
        return write(invitations.staying(number).stream()
                .filter(one -> present
                        ? one.isPresent()
                        : one.attendance() == Attendance.EXCUSED || one.attendance() == null && one.reply() == Reply.NO)
                .map(one -> String.valueOf(one.id()))
                .toList());
    }

    /** Empty before they were written. */
    public String minutes(@OwnCase String number) {
        return Objects.requireNonNullElse(events.event(number).minutes(), "");
    }

    /** What those say who object to the minutes. */
    public String ofCorrections(@OwnCase String number) {
        Map<String, Object> view = view(number, PlainText::of);
        view.put(
                "corrections",
                invitations.of(number).stream()
                        .filter(one -> one.agreement() == Invitation.Agreement.OBJECTED)
                        .map(one -> PlainText.of(guests.nameOf(one) + "：" + one.correction()))
                        .collect(Collectors.joining("\n\n")));
        return write(view);
    }

    public String ofOpinion(@OwnCase(EventOpinions.class) long opinion) {
        Opinion one = opinions.opinion(opinion);
        Map<String, Object> view = view(one.event(), PlainText::of);
        view.put("speaker", PlainText.of(guests.nameOf(invitations.invitation(one.speaker()))));
        view.put("opinionKind", texts.label("opinion", one.kind()));
        view.put("text", PlainText.of(one.text()));
        return write(view);
    }

    /** PROBLEM or SUGGESTION. */
    public String findingKind(@OwnCase(EventOpinions.class) long opinion) {
        return opinions.opinion(opinion).kind() == Opinion.Kind.PROBLEM ? "PROBLEM" : "SUGGESTION";
    }

    public String said(@OwnCase(EventOpinions.class) long opinion) {
        return opinions.opinion(opinion).text();
    }

    /** The day of the event, as forms write days. */
    public String saidOn(@OwnCase(EventOpinions.class) long opinion) {
        return events.event(opinions.opinion(opinion).event())
                .begin()
                .toLocalDate()
                .toString();
    }

    // ----

    private Map<String, Object> view(String number, UnaryOperator<String> readable) {
        Event event = events.event(number);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("number", number);
        view.put("title", readable.apply(event.title()));
        view.put("kind", texts.label("kind", event.kind()));
        view.put("when", texts.when(event));
        view.put("place", readable.apply(event.where()));
        view.put("replyDue", texts.day(event.replyBy()));
        view.put("agenda", event.agenda() == null ? null : readable.apply(event.agenda()));
        return view;
    }

    /** Departments and units read no officer's name. */
    private UnaryOperator<String> readable(Invitation reader) {
        if (reader.isOfficer()) return PlainText::of;
        Guests.Mask mask = guests.in(reader.event());
        return text -> PlainText.of(mask.text(text));
    }

    private String names(List<Invitation> some) {
        return some.stream().map(guests::nameOf).map(PlainText::of).collect(Collectors.joining("、"));
    }

    private static List<Option> options(Map<Long, String> names) {
        return names.entrySet().stream()
                .map(one -> new Option(PlainText.of(one.getValue()), String.valueOf(one.getKey())))
                .toList();
    }

    private String write(Object view) {
        try {
            return json.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
