package org.tiyanguan.event.process;

import static org.tiyanguan.core.FormValues.chosen;
import static org.tiyanguan.core.FormValues.required;
import static org.tiyanguan.core.FormValues.text;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tiyanguan.event.EventInvitations;
import org.tiyanguan.event.EventInvitations.Invitee;
import org.tiyanguan.event.EventTexts;
import org.tiyanguan.event.Events;
import org.tiyanguan.event.Invitation.Party;
import org.tiyanguan.event.TimeRules;
import org.tiyanguan.event.Times;
import org.tiyanguan.officer.Officer;
import org.tiyanguan.officer.OfficerCategory;
import org.tiyanguan.officer.Officers;

/** Plans an event as the centre's form says: what, where, when, and who is invited. */
@Component
class EventPlanning {

    private final Events events;
    private final EventInvitations invitations;
    private final TimeRules rules;
    private final Officers officers;
    private final Clock clock;
    private final EventTexts texts;

    EventPlanning(
            Events events,
            EventInvitations invitations,
            TimeRules rules,
            Officers officers,
            Clock clock,
            EventTexts texts) {
        this.events = events;
        this.invitations = invitations;
        this.rules = rules;
        this.officers = officers;
        this.clock = clock;
        this.texts = texts;
    }

    void plan(String number, Map<String, Object> form) {
        Times times = rules.check(
                time(form, "startsAt"), time(form, "endsAt"), time(form, "replyDue"), text(form, "dayOffReason"));
        List<Invitee> invitees = invitees(form, times);
        int capacity = ((Number) Objects.requireNonNull(form.get("capacity"), "capacity")).intValue();
        if (invitees.isEmpty()) throw texts.refusal("officers", "nobody");
        if (invitees.size() > capacity) throw texts.refusal("capacity", "capacity", invitees.size());
        events.plan(
                number,
                new Events.Plan(
                        required(form, "title"),
                        required(form, "place"),
                        times.startsAt(),
                        times.endsAt(),
                        times.replyDue(),
                        capacity,
                        text(form, "agenda"),
                        times.dayOffReason()));
        invitations.choose(number, invitees);
    }

    /** Officers by category and by name, once each, whose term runs on the days of the event; then the groups. */
    private List<Invitee> invitees(Map<String, Object> form, Times times) {
        List<String> inOffice = inOffice(times.startsAt(), times.endsAt());
        List<String> named = chosen(form, "officers");
        named.stream()
                .filter(account -> !inOffice.contains(account))
                .findFirst()
                .ifPresent(left -> {
                    throw texts.refusal(
                            "officers", "left", officers.contact(left).name());
                });
        boolean everybody = Boolean.TRUE.equals(form.get("everybody"));
        List<String> categories = chosen(form, "categories");
        Set<String> chosen = new LinkedHashSet<>();
        for (String account : inOffice) {
            OfficerCategory category = category(account);
            boolean fits = everybody || category != null && categories.contains(category.name());
            if (fits || named.contains(account)) chosen.add(account);
        }
        List<Invitee> all = new ArrayList<>();
        chosen.forEach(account -> all.add(new Invitee(Party.OFFICER, account, category(account))));
        chosen(form, "departments").forEach(group -> all.add(new Invitee(Party.DEPARTMENT, group, null)));
        chosen(form, "units").forEach(group -> all.add(new Invitee(Party.UNIT, group, null)));
        return all;
    }

    /** The accounts whose term runs from the first to the last day. */
    List<String> inOffice(LocalDateTime startsAt, LocalDateTime endsAt) {
        LocalDate first = startsAt.toLocalDate();
        return officers.inOffice(first, endsAt.toLocalDate());
    }

    private @Nullable OfficerCategory category(String account) {
        return officers.withAccount(account).map(Officer::category).orElse(null);
    }

    private LocalDateTime time(Map<String, Object> form, String key) {
        return OffsetDateTime.parse(required(form, key))
                .atZoneSameInstant(clock.getZone())
                .toLocalDateTime();
    }
}
