package org.tiyanguan.experience.process;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.engine.AnyCase;
import org.tiyanguan.engine.CaseMessages;
import org.tiyanguan.engine.ForModels;
import org.tiyanguan.experience.ExperienceDiagram.Message;
import org.tiyanguan.experience.ExperienceDiagram.Variable;
import org.tiyanguan.experience.ExperienceSettings;
import org.tiyanguan.experience.LookBackAssignments;
import org.tiyanguan.experience.LookBacks;
import org.tiyanguan.ledger.Card;
import org.tiyanguan.ledger.Entry;
import org.tiyanguan.ledger.Ledger;
import org.tiyanguan.ledger.Part;
import org.tiyanguan.ledger.Parts;
import org.tiyanguan.ledger.Relapses;

/**
 * What {@code look-back.bpmn} calls each morning: which of the entries that were mended and closed some time ago
 * another officer looks at. A morning that was missed is made up for by the next ones, for two weeks.
 */
@ForModels
@Component("lookBackRound")
@Transactional
public class LookBackRound {

    /** Days in which a morning can be made up for; what was closed before there was looking back is left alone. */
    private static final int WINDOW = 14;

    /** In percent, where the decision table says nothing that could be one. */
    private static final int USUAL_SHARE = 10;

    private final LookBacks lookBacks;
    private final LookBackAssignments assignments;
    private final Ledger ledger;
    private final Parts parts;
    private final Relapses relapses;
    private final CaseMessages cases;
    private final ExperienceSettings settings;
    private final Clock clock;

    LookBackRound(
            LookBacks lookBacks,
            LookBackAssignments assignments,
            Ledger ledger,
            Parts parts,
            Relapses relapses,
            CaseMessages cases,
            ExperienceSettings settings,
            Clock clock) {
        this.lookBacks = lookBacks;
        this.assignments = assignments;
        this.ledger = ledger;
        this.parts = parts;
        this.relapses = relapses;
        this.cases = cases;
        this.settings = settings;
        this.clock = clock;
    }

    /** The entries whose time has come, and those that nobody has looked at though somebody was to. */
    @Transactional(readOnly = true)
    public List<String> due() {
        LocalDateTime until = LocalDateTime.now(clock).minusDays(settings.lookBackAfterDays());
        List<String> due = new ArrayList<>(lookBacks.unattended());
        due.addAll(lookBacks.undecided(relapses.mended(until.minusDays(WINDOW), until)));
        return due;
    }

    public String kind(@AnyCase String entry) {
        return ledger.entry(entry).kind().name();
    }

    public boolean redCard(@AnyCase String entry) {
        return effective(entry).stream().anyMatch(part -> part.card() == Card.RED);
    }

    public boolean rework(@AnyCase String entry) {
        return effective(entry).stream().anyMatch(part -> part.round() > 1);
    }

    /** 0 where there is no rating. */
    public int stars(@AnyCase String entry) {
        return Objects.requireNonNullElse(ledger.entry(entry).rating(), 0);
    }

    /** Elapsed days from the report to the answer. */
    public int days(@AnyCase String entry) {
        Entry closed = ledger.entry(entry);
        return (int) Duration.between(closed.reportedAt(), closed.endedAt()).toDays();
    }

    /** Whether it had come back itself. */
    public boolean relapse(@AnyCase String entry) {
        return ledger.entry(entry).relapseOf() != null;
    }

    /**
     * Whether the entry is one of so many in a hundred: the same answer whenever it is asked.
     *
     * @param share what the decision table says, in percent
     */
    public boolean choose(@AnyCase String entry, @Nullable Object share) {
        return lookBacks.chosen(entry).orElseGet(() -> {
            int percent = percent(share);
            boolean chosen = isAmong(entry, percent);
            lookBacks.decide(entry, percent, chosen);
            return chosen;
        });
    }

    /** Begins an assignment, unless it has become known meanwhile that the problem came back. */
    public void send(@AnyCase String entry) {
        Entry closed = ledger.entry(entry);
        if (closed.lookBack() != null || !relapses.of(entry).isEmpty()) {
            lookBacks.settle(entry);
            return;
        }
        String assignment = assignments.assign(closed);
        cases.startWith(Message.LOOK_BACK_CHOSEN, assignment, Map.of(Variable.ASSIGNMENT_NUMBER, assignment));
    }

    static boolean isAmong(String number, int percent) {
        CRC32 hash = new CRC32();
        hash.update(number.getBytes(StandardCharsets.UTF_8));
        return hash.getValue() % 100 < percent;
    }

    private static int percent(@Nullable Object share) {
        String text = String.valueOf(share);
        return text.matches("\\d{1,3}") ? Math.min(Integer.parseInt(text), 100) : USUAL_SHARE;
    }

    private List<Part> effective(String entry) {
        return parts.of(entry).stream().filter(Part::isEffective).toList();
    }
}
