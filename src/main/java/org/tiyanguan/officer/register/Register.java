package org.tiyanguan.officer.register;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.core.PersonName;
import org.tiyanguan.core.Phone;
import org.tiyanguan.officer.Merits;
import org.tiyanguan.officer.Officer;
import org.tiyanguan.officer.Officers;
import org.tiyanguan.officer.Term;
import org.tiyanguan.officer.Terms;
import org.tiyanguan.officer.VisitCounts;
import org.tiyanguan.officer.VisitCounts.Visited;
import org.tiyanguan.security.People;
import org.tiyanguan.security.Roles;

/**
 * The list of all officers, there are hundreds of them at most: who they are is read at once, and what they did is
 * counted for those shown only.
 */
@Component
@Transactional(readOnly = true)
class Register {

    private final Officers officers;
    private final Terms terms;
    private final Merits merits;
    private final List<VisitCounts> visits;
    private final People people;
    private final Clock clock;

    Register(Officers officers, Terms terms, Merits merits, List<VisitCounts> visits, People people, Clock clock) {
        this.officers = officers;
        this.terms = terms;
        this.merits = merits;
        this.visits = visits;
        this.people = people;
        this.clock = clock;
    }

    /** Those who serve first, by the end of their terms. */
    public List<Listed> find(RegisterQuery query) {
        return all().stream().filter(one -> isAsked(one, query)).toList();
    }

    /** Those whom one of the units recommended. */
    public List<Listed> of(List<String> units) {
        return all().stream().filter(one -> units.contains(one.unit())).toList();
    }

    public List<RegisterLine> lines(List<Listed> listed) {
        List<String> accounts = listed.stream().map(Listed::account).toList();
        Map<String, Merits.Merit> merit = merits.of(accounts, today().getYear());
        Map<String, Visited> visited = visited(accounts);
        Map<String, List<String>> ties = officers.ties(accounts);
        Map<String, String> departments = people.departmentNames();
        Map<String, String> units = unitNames();
        return listed.stream()
                .map(one -> new RegisterLine(
                        one,
                        one.unit() == null ? null : units.getOrDefault(one.unit(), one.unit()),
                        Objects.requireNonNull(merit.get(one.account())),
                        visited.getOrDefault(one.account(), Visited.NEVER),
                        ties.getOrDefault(one.account(), List.of()).stream()
                                .map(code -> departments.getOrDefault(code, code))
                                .toList()))
                .toList();
    }

    public Map<String, Visited> visited(List<String> accounts) {
        Map<String, Visited> all = new HashMap<>();
        if (!accounts.isEmpty()) visits.forEach(some -> all.putAll(some.of(accounts)));
        return all;
    }

    public Map<String, String> unitNames() {
        return people.units().stream().collect(Collectors.toMap(People.Unit::group, People.Unit::name));
    }

    private List<Listed> all() {
        LocalDate today = today();
        Map<String, List<Term>> chains = terms.chains();
        Set<String> accounts = new LinkedHashSet<>(people.membersOf(Roles.OFFICER));
        Map<String, Officer> known =
                officers.all().stream().collect(Collectors.toMap(Officer::account, Function.identity()));
        accounts.addAll(known.keySet());
        return accounts.stream()
                .map(account -> new Listed(
                        account,
                        people.nameOf(account),
                        known.get(account),
                        Standing.of(chains.getOrDefault(account, List.of()), today)))
                .sorted(Comparator.comparing((Listed one) -> one.standing() != Standing.SERVING)
                        .thenComparing(one -> one.officer() == null
                                ? LocalDate.MAX
                                : one.officer().termUntil())
                        .thenComparing(Listed::account))
                .toList();
    }

    private boolean isAsked(Listed one, RegisterQuery query) {
        Officer officer = one.officer();
        return (query.q() == null || isNamed(one, query.q()))
                && (query.category() == null || officer != null && officer.category() == query.category())
                && (query.state() == null || one.standing().is(query.state()))
                && (query.unit() == null || query.unit().equals(one.unit()))
                && (query.within() == null
                        || officer != null
                                && one.standing() == Standing.SERVING
                                && !officer.termUntil().isAfter(today().plusDays(query.within())));
    }

    /** By name, or by the whole phone however it is written. */
    private static boolean isNamed(Listed one, String q) {
        Officer officer = one.officer();
        String phone = officer == null ? null : officer.phone();
        return PersonName.written(one.name())
                        .toLowerCase(Locale.ROOT)
                        .contains(PersonName.written(q).toLowerCase(Locale.ROOT))
                || phone != null && Phone.kept(q).filter(phone::equals).isPresent();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
