package org.tiyanguan.security;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who is told in the place of a group that nobody is in, so that nothing is told to nobody. */
@Component
public class StandIns {

    private final People people;

    StandIns(People people) {
        this.people = people;
    }

    /** Accounts, each once; nobody for a group that has members, and never nobody otherwise. */
    public List<String> of(String group) {
        if (!people.membersOf(group).isEmpty()) return List.of();
        List<String> standIns = members(groupsFor(group));
        return standIns.isEmpty() ? people.membersOf(Roles.ADMIN) : standIns;
    }

    /**
     * A head's are the department's staff and the centre; the centre's and the leader's each other and administrators.
     */
    private static Stream<String> groupsFor(String group) {
        if (group.equals(Roles.CENTER)) return Stream.of(Roles.LEADER, Roles.ADMIN);
        if (group.equals(Roles.LEADER)) return Stream.of(Roles.CENTER, Roles.ADMIN);
        if (Roles.isDepartmentHead(group)) return Stream.of(Roles.staffOfHead(group), Roles.CENTER);
        return Stream.of(Roles.CENTER);
    }

    private List<String> members(Stream<String> groups) {
        return groups.flatMap(group -> people.membersOf(group).stream())
                .distinct()
                .toList();
    }
}
