package org.tiyanguan.practice.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.calendar.WorkCalendar;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.core.Signs;
import org.tiyanguan.engine.ForModels;
import org.tiyanguan.engine.OwnCase;
import org.tiyanguan.ledger.Entry;
import org.tiyanguan.ledger.Ledger;
import org.tiyanguan.ledger.Part;
import org.tiyanguan.ledger.PartState;
import org.tiyanguan.ledger.Parts;
import org.tiyanguan.practice.Candidates;
import org.tiyanguan.practice.Nominations;
import org.tiyanguan.practice.PracticeSettings;
import org.tiyanguan.practice.PracticeTexts;

/** What {@code practice-proposal.bpmn} calls: what the table is asked about a rectified entry, and what it proposes. */
@ForModels
@Component("practiceProposals")
@Transactional
public class PracticeProposals {

    private static final int LONGEST_REASON = 300;

    private final Ledger ledger;
    private final Parts parts;
    private final Candidates candidates;
    private final Nominations nominations;
    private final WorkCalendar calendar;
    private final PracticeSettings settings;
    private final PracticeTexts texts;
    private final ObjectMapper json;
    private final Clock clock;

    PracticeProposals(
            Ledger ledger,
            Parts parts,
            Candidates candidates,
            Nominations nominations,
            WorkCalendar calendar,
            PracticeSettings settings,
            PracticeTexts texts,
            ObjectMapper json,
            Clock clock) {
        this.ledger = ledger;
        this.parts = parts;
        this.candidates = candidates;
        this.nominations = nominations;
        this.calendar = calendar;
        this.settings = settings;
        this.texts = texts;
        this.json = json;
        this.clock = clock;
    }

    /** 1 to 5; 0 where nobody rated. */
    public int stars(@OwnCase String number) {
        Integer rating = ledger.entry(number).rating();
        return rating == null ? 0 : rating;
    }

    /** How often a department had to mend it again. */
    public int reworks(@OwnCase String number) {
        return done(number).stream().mapToInt(Part::round).max().orElse(1) - 1;
    }

    /** Working days before the deadline, of the department that was the last; negative for one that was late. */
    public int daysEarly(@OwnCase String number) {
        return done(number).stream()
                .filter(part -> part.doneAt() != null)
                .mapToInt(this::daysEarly)
                .min()
                .orElse(0);
    }

    private int daysEarly(Part part) {
        LocalDateTime done = part.doneAt();
        return done == null
                ? 0
                : calendar.workdaysBetween(done.toLocalDate(), part.deadline().toLocalDate());
    }

    /** How many others reported the same. */
    public int merged(@OwnCase String number) {
        return ledger.mergedInto(number).size();
    }

    /**
     * Puts the entry to the centre if the table says so; never where it has a practice already, or was closed long ago.
     *
     * @param proposal what the table says, null where it says nothing
     */
    public void consider(@OwnCase String number, @Nullable Object proposal) {
        JsonNode said = said(proposal);
        if (!said.path("proposed").asBoolean(false) || isLongAgo(ledger.entry(number))) return;
        try {
            candidates.candidate(number);
        } catch (Refusal refusal) {
            // Somebody nominated it meanwhile, or it was reopened.
            return;
        }
        String why = Signs.cut(said.path("why").asText("").strip(), LONGEST_REASON);
        nominations.byTable(number, why.isEmpty() ? texts.of("proposed") : why);
    }

    private boolean isLongAgo(Entry entry) {
        return entry.endedAt().isBefore(LocalDateTime.now(clock).minusDays(settings.proposalDays()));
    }

    private List<Part> done(String number) {
        return parts.of(number).stream()
                .filter(part -> part.state() == PartState.DONE)
                .toList();
    }

    private JsonNode said(@Nullable Object proposal) {
        if (proposal == null) return json.createObjectNode();
        try {
            return json.readTree(proposal.toString());
        } catch (JsonProcessingException e) {
            return json.createObjectNode();
        }
    }
}
