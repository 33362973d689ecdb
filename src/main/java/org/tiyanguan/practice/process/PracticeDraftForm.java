package org.tiyanguan.practice.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.core.Signs;
import org.tiyanguan.engine.ForModels;
import org.tiyanguan.engine.ForTask;
import org.tiyanguan.engine.OwnCase;
import org.tiyanguan.ledger.Ledger;
import org.tiyanguan.ledger.Part;
import org.tiyanguan.ledger.PartState;
import org.tiyanguan.ledger.Parts;
import org.tiyanguan.practice.Candidates;
import org.tiyanguan.practice.Practice;
import org.tiyanguan.practice.PracticeText;
import org.tiyanguan.practice.PracticeVersions;
import org.tiyanguan.practice.PracticeWords;
import org.tiyanguan.practice.Practices;

/** What the form of the text begins with: the newest text, or what the ledger says of the entry. */
@ForModels
@ForTask
@Component("practiceDraft")
@Transactional(readOnly = true)
public class PracticeDraftForm {

    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_TEXT = 1000;

    private final Practices practices;
    private final PracticeVersions versions;
    private final PracticeWords words;
    private final Candidates candidates;
    private final Ledger ledger;
    private final Parts parts;
    private final ObjectMapper json;

    PracticeDraftForm(
            Practices practices,
            PracticeVersions versions,
            PracticeWords words,
            Candidates candidates,
            Ledger ledger,
            Parts parts,
            ObjectMapper json) {
        this.practices = practices;
        this.versions = versions;
        this.words = words;
        this.candidates = candidates;
        this.ledger = ledger;
        this.parts = parts;
        this.json = json;
    }

    /** {@code field} is title, before, done, effect or windows; null for what nobody knows yet. */
    public @Nullable String text(@OwnCase String number, String field) {
        Practice practice = practices.practice(number);
        return versions.newest(number)
                .map(text -> text.byField().get(field))
                .map(text -> text.isEmpty() ? null : text)
                .orElseGet(() -> versions.newest(number).isPresent() ? null : ofEntry(practice, field));
    }

    private @Nullable String ofEntry(Practice practice, String field) {
        String entry = practice.ledger();
        return switch (field) {
            case "title" -> Signs.cut(practice.title(), LONGEST_TITLE);
            case "before" ->
                Signs.cut(words.clean(entry, ledger.entry(entry).publicText().description()), LONGEST_TEXT);
            case "done" -> {
                String done = words.clean(entry, done(entry));
                yield done.isBlank() ? null : Signs.cut(done, LONGEST_TEXT);
            }
            default -> null;
        };
    }

    private String done(String entry) {
        return String.join(
                "\n",
                parts.of(entry).stream()
                        .filter(part -> part.state() == PartState.DONE)
                        .map(Part::result)
                        .filter(result -> result != null && !result.isBlank())
                        .toList());
    }

    /** The responsible department; of several that which answers for the practice. */
    public @Nullable String department(@OwnCase String number) {
        Practice practice = practices.practice(number);
        List<String> all = candidates.departments(practice.ledger());
        return all.contains(practice.department()) ? practice.department() : null;
    }

    /** The photos of the newest text, as JSON. */
    public String photos(@OwnCase String number) {
        try {
            return json.writeValueAsString(versions.newest(number).map(versions::photos).orElse(List.of()).stream()
                    .map(String::valueOf)
                    .toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public boolean namesOfficer(@OwnCase String number) {
        return versions.newest(number).map(PracticeText::namesOfficer).orElse(false);
    }
}
