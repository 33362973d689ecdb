package org.tiyanguan.rectification.entry;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tiyanguan.ledger.Act;
import org.tiyanguan.ledger.Entry;
import org.tiyanguan.ledger.EntryState;
import org.tiyanguan.ledger.Part;
import org.tiyanguan.ledger.Relapses;
import org.tiyanguan.ledger.Reporters;
import org.tiyanguan.ledger.Viewer;
import org.tiyanguan.ledger.Wording;
import org.tiyanguan.officer.Officers;
import org.tiyanguan.rectification.Reopening;

/**
 * One entry with all of it that its viewer may know. {@code contact}: of the officer who reported, for a department
 * that is to mend it, where the officer agreed; null otherwise. {@code wording} and {@code answer} are what the viewer
 * may read. {@code relapseOf} is the entry that this one goes on with, {@code children} are those that go on with it,
 * as far as the viewer sees them.
 */
public record CaseFile(
        Viewer viewer,
        Entry entry,
        Wording wording,
        @Nullable String answer,
        String state,
        List<Step> now,
        List<PartLine> parts,
        List<Happening> history,
        Reporters.@Nullable Card reporter,
        Officers.@Nullable Contact contact,
        @Nullable String relapseOf,
        List<Relapses.Child> children) {

    /** What is to be done next, by whom and until when; {@code who} and {@code until} may be null. */
    record Step(String what, @Nullable String who, @Nullable LocalDateTime until, boolean late) {}

    /** {@code daysLate}: working days since the deadline of a part that is still open. */
    record PartLine(Part part, String department, @Nullable String handler, boolean late, int daysLate) {

        public boolean isOpen() {
            return part.isOpen();
        }
    }

    /** {@code partId} is null when it concerns the whole entry. */
    record Happening(
            LocalDateTime at,
            @Nullable Long partId,
            @Nullable String who,
            Act act,
            String text) {}

    List<Happening> historyOf(long part) {
        return history.stream()
                .filter(one -> one.partId() != null && one.partId() == part)
                .toList();
    }

    /** Whether the part has been supervised, of which there is a paper. */
    public boolean isSupervised(long part) {
        return historyOf(part).stream().anyMatch(one -> one.act() == Act.SUPERVISE);
    }

    public boolean isRunning() {
        return entry.state() != EntryState.CLOSED;
    }

    /** Whether the viewer may intervene. */
    public boolean isOpenToActs() {
        return viewer.acts() && isRunning();
    }

    /** Whether the viewer may open it anew. */
    public boolean isReopenable() {
        return viewer.acts()
                && Reopening.isMended(entry)
                && children.stream().allMatch(child -> child.state() == EntryState.CLOSED);
    }

    /** Whether the answer may be shown: a department reads it when it has been given. */
    public boolean showsAnswer() {
        return answer != null && (viewer.seesEverything() || !isRunning());
    }
}
