package org.tiyanguan.chase;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tiyanguan.calendar.WorkCalendar;
import org.tiyanguan.core.Texts;
import org.tiyanguan.security.People;
import org.tiyanguan.security.Roles;

/** How what is due reads in a list: its number, whose it is where others read it, what it is, and until when. */
@Component
class DigestLines {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final People people;
    private final WorkCalendar calendar;
    private final Clock clock;
    private final Texts texts;

    DigestLines(People people, WorkCalendar calendar, Clock clock, Texts texts) {
        this.people = people;
        this.calendar = calendar;
        this.clock = clock;
        this.texts = texts;
    }

    /** @param reader a group, or anything else for somebody who reads what is theirs */
    String of(Due due, String reader) {
        boolean others = List.of(Roles.CENTER, Roles.LEADER).contains(reader)
                && !due.groups().equals(List.of(reader));
        String whose = others ? whose(due) + " " : "";
        String number = due.number() == null ? "" : due.number() + " ";
        return "%s%s%s（%s，%s）".formatted(number, whose, due.what(), MINUTE.format(due.at()), left(due));
    }

    String nobodys() {
        return text("nobodys");
    }

    String more(int rows) {
        return text("more", rows);
    }

    boolean isOverdue(Due due) {
        return due.at().isBefore(LocalDateTime.now(clock));
    }

    /** Names no officer. */
    private @Nullable String whose(Due due) {
        if (!due.groups().isEmpty())
            return due.groups().stream().map(people::nameOfGroup).collect(Collectors.joining("、"));
        boolean officer = due.assignee() == null || people.isMember(due.assignee(), Roles.OFFICER);
        return officer ? text("officer") : people.nameOf(due.assignee());
    }

    private String left(Due due) {
        int days = calendar.workdaysBetween(
                LocalDateTime.now(clock).toLocalDate(), due.at().toLocalDate());
        if (isOverdue(due)) return text("overdue", Math.max(1, -days));
        return days == 0 ? text("today") : text("left", days);
    }

    private String text(String key, Object... values) {
        return texts.of("digest." + key, values);
    }
}
