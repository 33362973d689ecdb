package org.tiyanguan.experience;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tiyanguan.officer.Officers;

/** Draws officers at random among those in office who are free on all days and have no tie to the department. */
@Component
public class Draw {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Officers officers;
    private final Visits visits;
    private final LookBacks lookBacks;

    Draw(Officers officers, Visits visits, LookBacks lookBacks) {
        this.officers = officers;
        this.visits = visits;
        this.lookBacks = lookBacks;
    }

    /** So many, or fewer where there are fewer; nobody twice in one assignment. */
    public List<String> draw(Assignment assignment, int count) {
        List<String> free = new ArrayList<>(officers.inOffice(assignment.begin(), assignment.end()));
        free.removeAll(visits.busy(assignment.begin(), assignment.end()));
        free.removeAll(
                visits.of(assignment.number()).stream().map(Visit::officer).toList());
        free.removeIf(officer -> keepsAway(officer, assignment));
        Collections.shuffle(free, RANDOM);
        return free.stream().limit(count).toList();
    }

    /**
     * Whether the officer has a tie to the department; where the assignment looks back on an entry, to any that mended
     * it, or had to do with the entry before.
     */
    public boolean keepsAway(String officer, Assignment assignment) {
        String entry = assignment.lookBack();
        if (entry == null) return hasTie(officer, assignment.department());
        return lookBacks.involved(entry).contains(officer)
                || lookBacks.departments(entry).stream().anyMatch(department -> hasTie(officer, department));
    }

    /** Whether the officer serves on all of these days. */
    public boolean isInOffice(String officer, LocalDate from, LocalDate until) {
        return officers.inOffice(from, until).contains(officer);
    }

    public boolean hasTie(String officer, @Nullable String department) {
        return department != null && officers.hasTie(officer, department);
    }
}
