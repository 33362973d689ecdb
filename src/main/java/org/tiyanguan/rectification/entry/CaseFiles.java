package org.tiyanguan.rectification.entry;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.core.Texts;
import org.tiyanguan.ledger.Act;
import org.tiyanguan.ledger.Deadlines;
import org.tiyanguan.ledger.Entry;
import org.tiyanguan.ledger.EntryState;
import org.tiyanguan.ledger.Ledger;
import org.tiyanguan.ledger.LedgerHistory;
import org.tiyanguan.ledger.LedgerHistory.ActorRole;
import org.tiyanguan.ledger.LedgerHistory.Event;
import org.tiyanguan.ledger.Part;
import org.tiyanguan.ledger.Parts;
import org.tiyanguan.ledger.PublicTexts;
import org.tiyanguan.ledger.Relapses;
import org.tiyanguan.ledger.Reporters;
import org.tiyanguan.ledger.Viewer;
import org.tiyanguan.rectification.entry.CaseFile.Happening;
import org.tiyanguan.rectification.entry.CaseFile.PartLine;
import org.tiyanguan.security.People;

/** Puts together what a viewer may know of one entry. */
@Component
@Transactional(readOnly = true)
public class CaseFiles {

    private final Ledger ledger;
    private final Parts parts;
    private final LedgerHistory history;
    private final Relapses relapses;
    private final Reporters reporters;
    private final PublicTexts texts;
    private final NextSteps steps;
    private final Deadlines deadlines;
    private final People people;
    private final Texts words;
    private final Clock clock;

    CaseFiles(
            Ledger ledger,
            Parts parts,
            LedgerHistory history,
            Relapses relapses,
            Reporters reporters,
            PublicTexts texts,
            NextSteps steps,
            Deadlines deadlines,
            People people,
            Texts words,
            Clock clock) {
        this.ledger = ledger;
        this.parts = parts;
        this.history = history;
        this.relapses = relapses;
        this.reporters = reporters;
        this.texts = texts;
        this.steps = steps;
        this.deadlines = deadlines;
        this.people = people;
        this.words = words;
        this.clock = clock;
    }

    /** Empty when there is no such entry or the viewer has no part in it, which nobody can tell apart. */
    public Optional<CaseFile> find(Viewer viewer, String number) {
        List<Part> visible = parts.of(number).stream().filter(viewer::sees).toList();
        return ledger.find(number)
                .filter(entry -> viewer.seesEverything() || !visible.isEmpty())
                .map(entry -> file(viewer, entry, visible));
    }

    private CaseFile file(Viewer viewer, Entry entry, List<Part> visible) {
        boolean whole = viewer.seesEverything();
        Optional<PublicTexts.Mask> mask = whole ? Optional.empty() : Optional.of(texts.in(entry.number()));
        Map<Long, Part> byId = visible.stream().collect(Collectors.toMap(Part::id, Function.identity()));
        boolean entrys = whole || entry.state() == EntryState.CLOSED;
        return new CaseFile(
                viewer,
                entry,
                whole ? entry.original() : entry.publicText(),
                whole ? entry.answer() : entry.publicAnswer(),
                entrys
                        ? entry.state().name()
                        : visible.get(visible.size() - 1).state().name(),
                steps.of(viewer, entry, visible),
                visible.stream()
                        .map(part -> line(mask.map(of -> of.part(part)).orElse(part)))
                        .toList(),
                history.of(entry.number()).stream()
                        .filter(event -> event.partId() == null || byId.containsKey(event.partId()))
                        .filter(viewer::sees)
                        .map(event -> happening(
                                viewer, mask.map(of -> of.event(event)).orElse(event), byId.get(event.partId())))
                        .toList(),
                whole ? reporters.masked(entry.number()) : null,
                mayContact(viewer, visible) ? reporters.contact(entry.number()).orElse(null) : null,
                entry.relapseOf() != null && isVisible(viewer, entry.relapseOf()) ? entry.relapseOf() : null,
                relapses.of(entry.number()).stream()
                        .filter(child -> isVisible(viewer, child.number()))
                        .toList());
    }

    private boolean isVisible(Viewer viewer, String number) {
        return viewer.seesEverything() || parts.of(number).stream().anyMatch(viewer::sees);
    }

    /** Only while there is something to mend. */
    private static boolean mayContact(Viewer viewer, List<Part> visible) {
        return !viewer.seesEverything() && visible.stream().anyMatch(Part::isOpen);
    }

    private PartLine line(Part part) {
        boolean late = part.isOpen() && part.deadline().isBefore(LocalDateTime.now(clock));
        String handler = part.handler() == null ? null : people.nameOf(part.handler());
        return new PartLine(part, name(part.department()), handler, late, deadlines.daysOverdue(part.deadline()));
    }

    /** For a department a report has no author and came no particular way, and an officer has no name. */
    private Happening happening(Viewer viewer, Event event, @Nullable Part part) {
        boolean hidden = !viewer.seesEverything() && event.act() == Act.REPORT;
        return new Happening(
                event.at(),
                event.partId(),
                hidden ? null : who(viewer, event, part),
                event.act(),
                hidden ? "" : event.text());
    }

    private String who(Viewer viewer, Event event, @Nullable Part part) {
        String role = words.label("role", event.actorRole());
        if (event.actorRole() == ActorRole.SYSTEM) return role;
        if (event.actorRole() == ActorRole.OFFICER && !viewer.seesEverything()) return role;
        if (event.actorRole() == ActorRole.DEPARTMENT && part != null) role = name(part.department());
        return role + " " + event.actorName();
    }

    private String name(String department) {
        return people.departmentName(department);
    }
}
