package org.tiyanguan.rectification.entry;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.evidence.EvidenceAccess;
import org.tiyanguan.evidence.EvidenceCases;
import org.tiyanguan.ledger.Entry;
import org.tiyanguan.ledger.EntryState;
import org.tiyanguan.ledger.Ledger;
import org.tiyanguan.ledger.Part;
import org.tiyanguan.ledger.Parts;
import org.tiyanguan.ledger.Reporters;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.Roles;

/**
 * Whose evidence of an entry is whose: the centre adds until the entry is closed, a department while a part of it is
 * its own and open, the officer who reported until the entry is closed. A department sees no other department's.
 */
@Component
@Transactional(readOnly = true)
class EntryEvidence implements EvidenceCases {

    private final Ledger ledger;
    private final Parts parts;
    private final Reporters reporters;
    private final CurrentUser user;

    EntryEvidence(Ledger ledger, Parts parts, Reporters reporters, CurrentUser user) {
        this.ledger = ledger;
        this.parts = parts;
        this.reporters = reporters;
        this.user = user;
    }

    @Override
    public Optional<EvidenceAccess> access(String number) {
        return ledger.find(number).flatMap(this::access);
    }

    @Override
    public String page(String number) {
        return "/ledger/" + number + "/task";
    }

    private Optional<EvidenceAccess> access(Entry entry) {
        boolean open = entry.state() != EntryState.CLOSED;
        if (user.seesEverything())
            return Optional.of(new EvidenceAccess(EvidenceAccess.CENTER, open && user.is(Roles.CENTER), true));
        if (reporters.account(entry.number()).equals(user.id()))
            return Optional.of(new EvidenceAccess(EvidenceAccess.OFFICER, open, true));
        List<Part> own = parts.of(entry.number()).stream()
                .filter(part -> user.departments().contains(part.department()) && part.isOwn())
                .toList();
        return own.stream()
                .findFirst()
                .map(part -> new EvidenceAccess(
                        Roles.department(part.department()),
                        open && own.stream().anyMatch(Part::isOpen),
                        false));
    }
}
