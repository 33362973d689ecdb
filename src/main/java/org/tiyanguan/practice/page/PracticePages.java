package org.tiyanguan.practice.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.colleague.CaseSteps;
import org.tiyanguan.core.NotFound;
import org.tiyanguan.evidence.Evidence;
import org.tiyanguan.ledger.PublicTexts;
import org.tiyanguan.practice.Adoption;
import org.tiyanguan.practice.Adoptions;
import org.tiyanguan.practice.Practice;
import org.tiyanguan.practice.Practice.State;
import org.tiyanguan.practice.PracticeRelapses;
import org.tiyanguan.practice.PracticeText;
import org.tiyanguan.practice.PracticeVersions;
import org.tiyanguan.practice.Practices;
import org.tiyanguan.practice.Practices.Asked;
import org.tiyanguan.practice.Relapse;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.People;
import org.tiyanguan.security.Roles;

/**
 * What somebody reads of a practice: everybody what was published, its department the text as soon as it checks it, all
 * departments who took it up, centre and leader all of it. Nobody reads who nominated it but those two.
 */
@Component
@Transactional(readOnly = true)
public class PracticePages {

    /** What another department did about it, as the reader may know it. */
    public record Taken(
            String department, Adoption adoption, @Nullable String note) {}

    /**
     * @param text null before it was written
     * @param draft whether it is a text that is not published
     * @param newer whether there is a newer one, which the reader may read
     * @param named whom the text thanks
     * @param taken for departments, centre and leader
     * @param relapses, events for centre and leader
     */
    public record View(
            Practice practice,
            @Nullable PracticeText text,
            String department,
            boolean draft,
            boolean newer,
            @Nullable String named,
            List<Long> photos,
            List<Taken> taken,
            List<Relapse> relapses,
            List<CaseSteps.Step> events,
            @Nullable String nominator) {

        /** Whether its problem came back, as far as the reader may know. */
        public boolean isRelapsed() {
            return !relapses.isEmpty();
        }

        public long count(Adoption.Answer answer) {
            return taken.stream()
                    .filter(one -> one.adoption().answer() == answer)
                    .count();
        }
    }

    private static final int MOST = 200;

    private final Practices practices;
    private final PracticeVersions versions;
    private final Adoptions adoptions;
    private final PracticeRelapses relapses;
    private final CaseSteps history;
    private final PublicTexts entries;
    private final Evidence evidence;
    private final People people;
    private final CurrentUser user;

    PracticePages(
            Practices practices,
            PracticeVersions versions,
            Adoptions adoptions,
            PracticeRelapses relapses,
            CaseSteps history,
            PublicTexts entries,
            Evidence evidence,
            People people,
            CurrentUser user) {
        this.practices = practices;
        this.versions = versions;
        this.adoptions = adoptions;
        this.relapses = relapses;
        this.history = history;
        this.entries = entries;
        this.evidence = evidence;
        this.people = people;
        this.user = user;
    }

    /** What everybody may read, the newest first. */
    public List<Practice> published(Asked asked) {
        return practices.published(asked, MOST);
    }

    /** What only staff may see: centre and leader all of it, departments their own; whoever else nothing. */
    public List<Practice> others() {
        if (user.seesEverything()) return practices.others(null, MOST);
        return practices.others(user.departments(), MOST).stream()
                .filter(this::isTheirs)
                .toList();
    }

    /** The names of the departments that have something published, by their codes. */
    public Map<String, String> departments(List<Practice> some) {
        Map<String, String> names = new TreeMap<>();
        some.forEach(one -> names.put(one.department(), people.departmentName(one.department())));
        return names;
    }

    /** @param draft the newest text, for who may read it */
    public View find(String number, boolean draft) {
        Practice practice = practices.find(number).filter(this::isVisible).orElseThrow(NotFound::new);
        boolean inside = user.seesEverything() || isTheirs(practice);
        Optional<PracticeText> published = versions.published(number);
        Optional<PracticeText> newest = inside ? versions.newest(number) : published;
        PracticeText text = (draft || published.isEmpty() ? newest : published).orElse(null);
        boolean isDraft = text != null && text.publishedAt() == null;
        boolean staff = user.seesEverything() || !user.departments().isEmpty();
        return new View(
                practice,
                text,
                people.departmentName(practice.department()),
                isDraft,
                !isDraft && !newest.equals(published),
                isDraft ? null : practice.named(),
                text == null ? List.of() : versions.photos(text),
                staff ? taken(practice) : List.of(),
                user.seesEverything() ? relapses.of(number) : List.of(),
                user.seesEverything() ? history.of(number) : List.of(),
                user.seesEverything() ? people.nameOf(practice.nominator()) : null);
    }

    /** A photo of the text that somebody reads. */
    public byte[] photo(String number, long id) {
        View published = find(number, false);
        View newest = find(number, true);
        if (published.practice().withdrawnAt() != null && !user.seesEverything()) throw new NotFound();
        if (!published.photos().contains(id) && !newest.photos().contains(id)) throw new NotFound();
        return evidence.picture(published.practice().ledger(), id).orElseThrow(NotFound::new);
    }

    private List<Taken> taken(Practice practice) {
        PublicTexts.Mask mask = entries.in(practice.ledger());
        return adoptions.of(practice.number()).stream()
                .map(one -> new Taken(people.departmentName(one.department()), one, mask.text(one.note())))
                .toList();
    }

    private boolean isVisible(Practice practice) {
        return practice.publishedAt() != null || user.seesEverything() || isTheirs(practice);
    }

    /** As soon as the department is asked about it. */
    private boolean isTheirs(Practice practice) {
        boolean asked = practice.publishedAt() != null
                || practice.state() == State.CHECKING
                || practice.state() == State.CONSENT
                || practice.state() == State.APPROVAL;
        return asked && user.is(Roles.department(practice.department()));
    }
}
