package org.tiyanguan.security;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The groups of DOMAIN's roles; each is an authority of the same name for Spring Security. */
public final class Roles {

    public static final String CENTER = "center";
    public static final String LEADER = "center-leader";
    public static final String OFFICER = "officer";
    public static final String DESIGNER = "designer";
    public static final String ADMIN = "camunda-admin";

    /** No group: what an officer's account has beside its own while no term runs ({@link Offices}). */
    public static final String OFFICE_OVER = "office-over";

    private static final String DEPARTMENT = "dept-";
    private static final String HEAD = "-head";

    private static final String UNIT = "unit-";
    private static final Set<String> SINGLE = Set.of(CENTER, LEADER, OFFICER, DESIGNER, ADMIN);
    private static final Pattern OF_ONE_BODY = Pattern.compile("(" + DEPARTMENT + "|" + UNIT + ")[a-zA-Z0-9-]+");

    private Roles() {}

    /** Whether a group of that name belongs to a role; its department or unit need not exist yet. */
    public static boolean isRole(String group) {
        return SINGLE.contains(group) || OF_ONE_BODY.matcher(group).matches();
    }

    /**
     * Whether its members work on cases: designers and administrators look after the program, and are given no task.
     */
    public static boolean worksOnCases(String group) {
        return isRole(group) && !group.equals(DESIGNER) && !group.equals(ADMIN);
    }

    /** The group of a department's staff, heads included. */
    public static String department(String code) {
        return DEPARTMENT + code;
    }

    public static String departmentHead(String code) {
        return DEPARTMENT + code + HEAD;
    }

    public static boolean isDepartment(String group) {
        return group.startsWith(DEPARTMENT) && !group.endsWith(HEAD);
    }

    public static boolean isDepartmentHead(String group) {
        return group.startsWith(DEPARTMENT) && group.endsWith(HEAD);
    }

    /** The group of the staff of the head's department. */
    static String staffOfHead(String head) {
        return head.substring(0, head.length() - HEAD.length());
    }

    /**
     * Within which people may act for each other: the centre with its leader, a department with its heads, a unit. None
     * for what is a person's own, or looks after the program.
     */
    public static Optional<String> bodyOf(String group) {
        if (group.equals(CENTER) || group.equals(LEADER)) return Optional.of(CENTER);
        if (isDepartmentHead(group)) return Optional.of(staffOfHead(group));
        return isDepartment(group) || isUnit(group) ? Optional.of(group) : Optional.empty();
    }

    public static Set<String> bodiesOf(Collection<String> groups) {
        return groups.stream().flatMap(group -> bodyOf(group).stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    public static boolean isUnit(String group) {
        return group.startsWith(UNIT);
    }

    /** The department's code, of a group for which {@link #isDepartment} holds. */
    public static String departmentCode(String group) {
        return group.substring(DEPARTMENT.length());
    }
}
