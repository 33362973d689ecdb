package org.tiyanguan.security;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where work can be sent, for forms and pages to choose from: a place where nobody works says so in its label. */
@Component
public class Choices {

    public record Choice(String value, String label) {}

    private final People people;
    private final JdbcClient jdbc;
    private final MessageSource messages;

    Choices(People people, JdbcClient jdbc, MessageSource messages) {
        this.people = people;
        this.jdbc = jdbc;
        this.messages = messages;
    }

    /** Returns the labels by the departments' codes. */
    public List<Choice> departments() {
        Set<String> staffed = staffed();
        return people.departments().stream()
                .map(one -> new Choice(one.code(), label(one.name(), staffed.contains(Roles.department(one.code())))))
                .toList();
    }

    /** Returns the labels by the units' groups. */
    public List<Choice> units() {
        Set<String> staffed = staffed();
        return people.units().stream()
                .map(one -> new Choice(one.group(), label(one.name(), staffed.contains(one.group()))))
                .toList();
    }

    /** The group's name, as these lists show it. */
    public String nameOf(String group) {
        return label(people.nameOfGroup(group), !people.membersOf(group).isEmpty());
    }

    private String label(String name, boolean staffed) {
        return staffed ? name : messages.getMessage("group.empty", new Object[] {name}, Locale.CHINA);
    }

    private Set<String> staffed() {
        return jdbc.sql("select distinct group_id_ from act_id_membership")
                .query(String.class)
                .set();
    }
}
