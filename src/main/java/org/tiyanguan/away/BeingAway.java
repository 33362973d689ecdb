package org.tiyanguan.away;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.audit.AuditKind;
import org.tiyanguan.audit.AuditLog;
import org.tiyanguan.calendar.WorkCalendar;
import org.tiyanguan.core.NotFound;
import org.tiyanguan.engine.Departure;
import org.tiyanguan.notification.Notices;
import org.tiyanguan.security.Absence;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.Deputies;
import org.tiyanguan.security.People;
import org.tiyanguan.security.Roles;

/**
 * Names deputies, for working days from and until, both inclusive. Refused is a deputy who is away then, or of another
 * body, and a second absence on the same days; so nobody stands in for a deputy.
 */
@Component
@Transactional
public class BeingAway {

    private static final int LONGEST_DAYS = 366;

    private final Deputies deputies;
    private final Absentees absentees;
    private final WorkCalendar calendar;
    private final People people;
    private final CurrentUser user;
    private final Notices notices;
    private final AuditLog audit;
    private final AwayTexts texts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BeingAway(
            Deputies deputies,
            Absentees absentees,
            WorkCalendar calendar,
            People people,
            CurrentUser user,
            Notices notices,
            AuditLog audit,
            AwayTexts texts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.deputies = deputies;
        this.absentees = absentees;
        this.calendar = calendar;
        this.people = people;
        this.user = user;
        this.notices = notices;
        this.audit = audit;
        this.texts = texts;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param whose an account, or the group of a role
     * @return the names of those for whom the absent was to act on these days, who have nobody now
     */
    public List<String> set(String whose, String deputy, @Nullable LocalDate from, @Nullable LocalDate until) {
        if (!absentees.mayName(whose)) throw texts.refusal("whose", "not-yours");
        boolean role = !people.exists(whose);
        LocalDate first = day("from", from);
        LocalDate last = day("until", until);
        if (first.isBefore(LocalDate.now(clock))) throw texts.refusal("from", "past");
        if (last.isBefore(first)) throw texts.refusal("until", "order");
        if (last.isAfter(first.plusDays(LONGEST_DAYS))) throw texts.refusal("until", "long");
        if (deputy.isBlank() || deputy.equals(whose) || !absentees.mayActFor(deputy, whose, role))
            throw texts.refusal("deputy", "not-colleague");
        deputies.lock(role ? Set.of(deputy) : Set.of(deputy, whose));
        List<Absence> meanwhile = deputies.open().stream()
                .filter(absence -> absence.overlaps(first, last))
                .toList();
        meanwhile.forEach(other -> {
            if (whose.equals(other.whose()))
                throw texts.refusal("from", "twice", other.firstDay(), other.lastDay(), people.nameOf(other.deputy()));
            if (deputy.equals(other.absent()))
                throw texts.refusal("deputy", "deputy-away", people.nameOf(deputy), other.firstDay(), other.lastDay());
        });
        deputies.add(role ? null : whose, role ? whose : null, deputy, first, last, me());
        audit.record(AuditKind.ACCOUNT, texts.of("audit.set", name(whose), people.nameOf(deputy), first, last));
        tell(whose, deputy, first, last, role);
        return withoutDeputy(meanwhile, whose);
    }

    /** Ends it today, or before it begins; what the deputy has by it goes back at once. */
    public void end(long id) {
        if (!deputies.exists(id)) throw new NotFound();
        Absence absence = deputies.absence(id);
        if (!absentees.mayName(absence.whose()) && !absence.deputy().equals(me())) throw new NotFound();
        Set<String> lent = new HashSet<>(deputies.lentTo(absence.deputy()).keySet());
        if (!deputies.end(id)) return;
        lent.removeAll(deputies.lentTo(absence.deputy()).keySet());
        if (!lent.isEmpty()) events.publishEvent(new Departure(Set.of(absence.deputy()), lent));
        audit.record(
                AuditKind.ACCOUNT, texts.of("audit.ended", name(absence.whose()), people.nameOf(absence.deputy())));
        Map<String, String> facts = facts(absence.whose(), absence.deputy(), absence.firstDay(), absence.lastDay());
        if (!absence.deputy().equals(me())) notices.toUser(absence.deputy(), "away-ended", null, facts);
        if (absence.absent() != null && !absence.absent().equals(me()))
            notices.toUser(absence.absent(), "away-ended", null, facts);
    }

    /** The name of the account, or the role's. */
    String name(String whose) {
        return people.exists(whose) ? people.nameOf(whose) : people.nameOfGroup(whose);
    }

    private LocalDate day(String field, @Nullable LocalDate day) {
        if (day == null) throw texts.refusal(field, "no-day");
        if (!calendar.isWorkday(day)) throw texts.refusal(field, "no-workday", day);
        return day;
    }

    /** Whose deputy is away now: they and who heads them are told to name another. */
    private List<String> withoutDeputy(List<Absence> meanwhile, String whose) {
        List<Absence> left =
                meanwhile.stream().filter(other -> other.deputy().equals(whose)).toList();
        left.forEach(other -> {
            Map<String, String> facts = facts(other.whose(), whose, other.firstDay(), other.lastDay());
            if (other.absent() != null) notices.toUser(other.absent(), "deputy-away", null, facts);
            notices.toGroups(absentees.headsOf(bodies(other.whose())), "deputy-away", null, facts);
        });
        return left.stream().map(other -> name(other.whose())).toList();
    }

    private void tell(String whose, String deputy, LocalDate first, LocalDate last, boolean role) {
        Map<String, String> facts = facts(whose, deputy, first, last);
        if (!deputy.equals(me())) notices.toUser(deputy, "deputy-set", null, facts);
        if (!role && !whose.equals(me())) notices.toUser(whose, "away-set", null, facts);
    }

    private Map<String, String> facts(String whose, String deputy, LocalDate first, LocalDate last) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("absent", name(whose));
        facts.put("deputy", people.nameOf(deputy));
        facts.put("days", texts.of("days", first, last));
        facts.put("from", user.name().orElse(""));
        return facts;
    }

    private Collection<String> bodies(String whose) {
        return Roles.bodiesOf(people.exists(whose) ? people.groupsOf(whose) : List.of(whose));
    }

    private String me() {
        return user.id().orElseThrow();
    }
}
