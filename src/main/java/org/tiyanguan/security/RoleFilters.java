package org.tiyanguan.security;

import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** The filters of the roles that every program of this kind has: staff, centre and leader. */
@Component
class RoleFilters implements ReadyFilters {

    @Override
    public List<ReadyFilter> readyFilters() {
        Predicate<String> staff = group -> oversees(group) || Roles.isDepartment(group);
        return List.of(
                new ReadyFilter("mine", 1, Shown.ASSIGNED, null),
                new ReadyFilter("department", 2, Shown.OF_GROUPS, staff),
                new ReadyFilter("soon", 3, Shown.SOON, staff),
                new ReadyFilter("overdue", 4, Shown.OVERDUE, staff),
                new ReadyFilter("all", 5, Shown.ALL, RoleFilters::oversees));
    }

    private static boolean oversees(String group) {
        return group.equals(Roles.CENTER) || group.equals(Roles.LEADER);
    }
}
