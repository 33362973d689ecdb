package org.tiyanguan.security;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.lang.Contract;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.tiyanguan.core.PersonName;
import org.tiyanguan.core.ReadOnce;
import org.tiyanguan.engine.AccountEnding;

/** The users, departments and units, as the engine's Admin keeps them. */
@Component
public class People {

    /** Type of the groups that are departments; a head's group has another. */
    public static final String DEPARTMENT_TYPE = "DEPARTMENT";

    /** A window department: its code (the group's id without {@code dept-}) and its name. */
    public record Department(String code, String name) {}

    private static final String NAMES = People.class.getName() + ".names";

    private record Departments(List<Department> byCode) {}

    private record Members(List<String> ids) {}

    private record FormerName(String name) {}

    private final IdentityService identity;
    private final ReadOnce once;
    private final FormerAccounts former;

    People(IdentityService identity, ReadOnce once, FormerAccounts former) {
        this.identity = identity;
        this.once = once;
        this.former = former;
    }

    public List<Department> departments() {
        return once.read(Departments.class, "", () -> new Departments(readDepartments()))
                .byCode();
    }

    private List<Department> readDepartments() {
        return identity.createGroupQuery().groupType(DEPARTMENT_TYPE).list().stream()
                .filter(group -> Roles.isDepartment(group.getId()))
                .map(group -> new Department(
                        Roles.departmentCode(group.getId()), name(group, Roles.departmentCode(group.getId()))))
                .sorted(Comparator.comparing(Department::code))
                .toList();
    }

    public Optional<Department> department(String code) {
        return departments().stream().filter(d -> d.code().equals(code)).findFirst();
    }

    /** The department's name, or the code where there is none; within one request the engine is asked once for all. */
    public String departmentName(String code) {
        return departmentNames().getOrDefault(code, code);
    }

    /** The departments' names by their codes. */
    @SuppressWarnings("unchecked")
    public Map<String, String> departmentNames() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) return askForNames();
        Object known = request.getAttribute(NAMES, RequestAttributes.SCOPE_REQUEST);
        if (known != null) return (Map<String, String>) known;
        Map<String, String> names = askForNames();
        request.setAttribute(NAMES, names, RequestAttributes.SCOPE_REQUEST);
        return names;
    }

    private Map<String, String> askForNames() {
        return departments().stream().collect(Collectors.toMap(Department::code, Department::name));
    }

    /** A recommending unit: its group and its name. */
    public record Unit(String group, String name) {}

    public List<Unit> units() {
        return identity.createGroupQuery().list().stream()
                .filter(group -> Roles.isUnit(group.getId()))
                .map(group -> new Unit(group.getId(), name(group, group.getId())))
                .sorted(Comparator.comparing(Unit::group))
                .toList();
    }

    /** The id of an unknown group. */
    public String nameOfGroup(String group) {
        return Optional.ofNullable(identity.createGroupQuery().groupId(group).singleResult())
                .map(Group::getName)
                .orElse(group);
    }

    /**
     * The full name as Chinese write it, family name first; the one they had of those whose account was deleted, the id
     * of somebody unknown.
     */
    @Contract("!null -> !null")
    public @Nullable String nameOf(@Nullable String userId) {
        if (userId == null) return null;
        return user(userId)
                .map(People::fullName)
                .or(() -> once.find(
                                FormerName.class,
                                userId,
                                () -> former.nameOf(userId).map(FormerName::new))
                        .map(FormerName::name))
                .orElse(userId);
    }

    @EventListener
    void on(AccountEnding ending) {
        user(ending.account()).ifPresent(user -> former.keep(user.getId(), fullName(user)));
        forget(ending.account());
        once.forget(FormerName.class, ending.account());
    }

    /**
     * The ids of the users in whose full name the text occurs, in either case; the first {@code most} of them by id.
     */
    public List<String> named(String text, int most) {
        String sought = PersonName.written(text).toLowerCase(Locale.ROOT);
        return identity.createUserQuery().orderByUserId().asc().list().stream()
                .filter(user -> PersonName.written(fullName(user))
                        .toLowerCase(Locale.ROOT)
                        .contains(sought))
                .limit(most)
                .map(User::getId)
                .toList();
    }

    public Optional<String> emailOf(@Nullable String userId) {
        return user(userId).map(User::getEmail).filter(email -> !email.isBlank());
    }

    public List<String> membersOf(String group) {
        return once.read(Members.class, group, () -> new Members(readMembers(group)))
                .ids();
    }

    private List<String> readMembers(String group) {
        List<User> members = identity.createUserQuery().memberOfGroup(group).list();
        // Whoever asks for the members asks for their names and addresses next.
        members.forEach(member -> once.find(User.class, member.getId(), () -> Optional.of(member)));
        return members.stream().map(User::getId).toList();
    }

    public List<String> groupsOf(String userId) {
        return identity.createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .toList();
    }

    public boolean isMember(String userId, String group) {
        return identity.createUserQuery().userId(userId).memberOfGroup(group).count() > 0;
    }

    public boolean exists(String userId) {
        return user(userId).isPresent();
    }

    /** Whoever makes an account, or changes its groups, says so. */
    void forget(String userId) {
        once.forget(User.class, userId);
        once.forget(Members.class);
    }

    private Optional<User> user(@Nullable String id) {
        if (id == null) return Optional.empty();
        return once.find(
                User.class,
                id,
                () -> Optional.ofNullable(identity.createUserQuery().userId(id).singleResult()));
    }

    /** Nobody has to give a group a name. */
    private static String name(Group group, String otherwise) {
        return Objects.requireNonNullElse(group.getName(), otherwise);
    }

    private static String fullName(User user) {
        String last = user.getLastName() == null ? "" : user.getLastName();
        String first = user.getFirstName() == null ? "" : user.getFirstName();
        String name = (last + first).strip();
        return name.isEmpty() ? user.getId() : name;
    }
}
