package org.tiyanguan.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.Roles;

/**
 * Who looks at the ledger: centre and leader at everything, a department at its own parts and never at who reported.
 * Only the centre acts there.
 */
public record Viewer(boolean seesEverything, boolean acts, List<String> departments) {

    /** Denies access to everybody else. */
    public static Viewer of(CurrentUser user) {
        Viewer viewer = new Viewer(user.seesEverything(), user.is(Roles.CENTER), user.departments());
        if (!viewer.seesEverything && viewer.departments.isEmpty()) throw new AccessDeniedException("ledger");
        return viewer;
    }

    public static boolean isOne(CurrentUser user) {
        return user.seesEverything() || !user.departments().isEmpty();
    }

    /** The departments whose parts are meant, where somebody asks for one (or null for none); empty for all. */
    public List<String> scope(@Nullable String department) {
        if (!seesEverything) return departments;
        return department == null ? List.of() : List.of(department);
    }

    public boolean sees(Part part) {
        return seesEverything || departments.contains(part.department()) && part.isOwn();
    }

    /** What stays among others is not theirs to know. */
    public boolean sees(LedgerHistory.Event event) {
        return seesEverything
                || event.isFor(departments.stream().map(Roles::department).toList());
    }

    /** The states to tell entries apart by: the entry's own, or for a department those of its part. */
    public List<String> states() {
        return seesEverything
                ? List.of("TRIAGE", "ASSIGN", "RECTIFY", "VERIFY", "CONFIRM", "MERGED", "CLOSED")
                : List.of("ACCEPT", "RECTIFY", "DONE", "WITHDRAWN", "CLOSED");
    }

    /** The column of an entry {@code e} with what the reporter put in words, as far as the viewer may read it. */
    public String wording(String column) {
        return (seesEverything ? "e." : "e.public_") + column;
    }

    /** The key of a state's label. */
    public String labelOf(String state) {
        return (seesEverything || state.equals("CLOSED") ? "state." : "part-state.") + state;
    }
}
