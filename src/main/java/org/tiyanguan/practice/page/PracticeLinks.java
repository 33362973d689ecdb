package org.tiyanguan.practice.page;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.ledger.Entry;
import org.tiyanguan.ledger.EntryState;
import org.tiyanguan.practice.Candidates;
import org.tiyanguan.practice.Nominations;
import org.tiyanguan.practice.Nominator;
import org.tiyanguan.practice.Practice;
import org.tiyanguan.practice.PracticeTexts;
import org.tiyanguan.practice.Practices;
import org.tiyanguan.rectification.EntryLinks;
import org.tiyanguan.security.CurrentUser;

/** On the page of an entry: the practice that was made of it, or where one nominates it. */
@Component
@Transactional(readOnly = true)
class PracticeLinks implements EntryLinks {

    private final Practices practices;
    private final Candidates candidates;
    private final Nominations nominations;
    private final CurrentUser user;
    private final PracticeTexts texts;

    PracticeLinks(
            Practices practices,
            Candidates candidates,
            Nominations nominations,
            CurrentUser user,
            PracticeTexts texts) {
        this.practices = practices;
        this.candidates = candidates;
        this.nominations = nominations;
        this.user = user;
        this.texts = texts;
    }

    @Override
    public List<Link> of(Entry entry) {
        if (entry.state() != EntryState.CLOSED) return List.of();
        Optional<Practice> made = practices.of(entry.number());
        if (made.isPresent())
            return made.filter(one -> one.isPublic() || user.seesEverything()).stream()
                    .map(one -> new Link(
                            texts.of("link.of", one.number(), texts.label("state", one.state())),
                            "/practices/" + one.number()))
                    .toList();
        Nominator as = nominations.as(entry.number());
        if (as == null || !isCandidate(entry.number())) return List.of();
        String page = as == Nominator.OFFICER ? "/officer/" : "/ledger/";
        return List.of(new Link(texts.of("link"), page + entry.number() + "/nominate"));
    }

    private boolean isCandidate(String number) {
        try {
            candidates.candidate(number);
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }
}
