package org.tiyanguan.rectification.entry;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tiyanguan.engine.CaseTask;
import org.tiyanguan.engine.CaseTasks;
import org.tiyanguan.ledger.Card;
import org.tiyanguan.ledger.Entry;
import org.tiyanguan.ledger.Ledger;
import org.tiyanguan.ledger.Part;
import org.tiyanguan.ledger.Parts;
import org.tiyanguan.ledger.Reporters;
import org.tiyanguan.rectification.LoopDiagram;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.People;
import org.tiyanguan.web.CaseCards;

/** The entry, its departments as far as the user sees them, and its card. */
@Component
public class EntryCards implements CaseCards {

    private final CaseTasks tasks;
    private final Ledger ledger;
    private final Parts parts;
    private final Reporters reporters;
    private final People people;
    private final CurrentUser user;

    EntryCards(CaseTasks tasks, Ledger ledger, Parts parts, Reporters reporters, People people, CurrentUser user) {
        this.tasks = tasks;
        this.ledger = ledger;
        this.parts = parts;
        this.reporters = reporters;
        this.people = people;
        this.user = user;
    }

    @Override
    public Optional<CaseCard> of(CaseTask task) {
        return Optional.ofNullable(task.number()).flatMap(ledger::find).map(entry -> {
            List<Part> shown = shown(task, entry);
            return new CaseCard(
                    entry.number(),
                    (readsOriginal(entry) ? entry.original() : entry.publicText()).title(),
                    shown.stream().map(this::name).distinct().collect(Collectors.joining("、")),
                    badge(shown));
        });
    }

    private boolean readsOriginal(Entry entry) {
        return user.seesEverything()
                || reporters
                        .account(entry.number())
                        .filter(account -> user.id().filter(account::equals).isPresent())
                        .isPresent();
    }

    /** The task's own part; otherwise all that the user sees. */
    private List<Part> shown(CaseTask task, Entry entry) {
        Object partId = tasks.variable(task.id(), LoopDiagram.Variable.PART_ID);
        return parts.of(entry.number()).stream()
                .filter(part -> partId == null ? sees(part) : partId.equals(part.id()))
                .toList();
    }

    private boolean sees(Part part) {
        return part.isEffective()
                && (user.seesEverything() || user.departments().contains(part.department()));
    }

    private static @Nullable String badge(List<Part> parts) {
        Card heaviest = Card.heaviest(parts.stream().map(Part::card));
        return heaviest == null ? null : heaviest.name();
    }

    private String name(Part part) {
        return people.departmentName(part.department());
    }
}
