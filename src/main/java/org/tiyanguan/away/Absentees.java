package org.tiyanguan.away;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.People;
import org.tiyanguan.security.Roles;

/**
 * For whom somebody may name a deputy, and whom: everybody for themselves; a head for the department and its heads, the
 * leader for the centre and the leaders, the centre for units. Only what is one's own right counts, nothing lent.
 */
@Component
class Absentees {

    private final People people;
    private final CurrentUser user;

    Absentees(People people, CurrentUser user) {
        this.people = people;
        this.user = user;
    }

    /** Accounts and groups of roles, with their names; oneself first. */
    Map<String, String> named() {
        Map<String, String> all = new LinkedHashMap<>();
        String me = user.id().orElseThrow();
        all.put(me, people.nameOf(me));
        for (String body : headed()) {
            bodyMembers(body).forEach(account -> all.putIfAbsent(account, people.nameOf(account)));
            roles(body).forEach(role -> all.put(role, people.nameOfGroup(role)));
        }
        return all;
    }

    /** Whether the user says who acts for that account or role. */
    boolean mayName(String whose) {
        return named().containsKey(whose);
    }

    /** Who may act for whom the user may name, each with the name. */
    Map<String, String> deputies() {
        Map<String, String> all = new LinkedHashMap<>();
        Stream.concat(Roles.bodiesOf(own()).stream(), headed().stream())
                .distinct()
                .flatMap(body -> bodyMembers(body).stream())
                .forEach(account -> all.putIfAbsent(account, people.nameOf(account)));
        return all;
    }

    /** Whether the account belongs to a body of whoever is away, and is not of the role itself. */
    boolean mayActFor(String deputy, String whose, boolean role) {
        List<String> groups = people.groupsOf(deputy);
        Collection<String> bodies = Roles.bodiesOf(role ? List.of(whose) : people.groupsOf(whose));
        return Roles.bodiesOf(groups).stream().anyMatch(bodies::contains) && !(role && groups.contains(whose));
    }

    /** The groups of who decides about absences in the body of whoever is away. */
    List<String> headsOf(Collection<String> bodies) {
        return bodies.stream()
                .map(body -> body.equals(Roles.CENTER)
                        ? Roles.LEADER
                        : Roles.isUnit(body) ? Roles.CENTER : Roles.departmentHead(Roles.departmentCode(body)))
                .filter(group -> !people.membersOf(group).isEmpty())
                .toList();
    }

    private List<String> own() {
        return user.groups().stream()
                .filter(group -> user.lender(group).isEmpty())
                .toList();
    }

    private List<String> headed() {
        List<String> bodies = new ArrayList<>();
        for (String group : own()) {
            if (group.equals(Roles.LEADER)) bodies.add(Roles.CENTER);
            if (Roles.isDepartmentHead(group)) bodies.addAll(Roles.bodiesOf(List.of(group)));
            if (group.equals(Roles.CENTER)) people.units().forEach(unit -> bodies.add(unit.group()));
        }
        return bodies;
    }

    /** Roles within the body that others of it can stand in for. */
    private static List<String> roles(String body) {
        if (body.equals(Roles.CENTER)) return List.of(Roles.LEADER, Roles.CENTER);
        return Roles.isDepartment(body) ? List.of(Roles.departmentHead(Roles.departmentCode(body))) : List.of();
    }

    private Set<String> bodyMembers(String body) {
        Map<String, Boolean> members = new LinkedHashMap<>();
        Stream.concat(Stream.of(body), roles(body).stream())
                .flatMap(group -> people.membersOf(group).stream())
                .forEach(account -> members.put(account, true));
        return members.keySet();
    }
}
