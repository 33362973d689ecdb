package org.tiyanguan.ledger.list;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Texts;
import org.tiyanguan.ledger.LookBack;

/** Says in a column what became of an entry after it was closed; empty where there is nothing to say. */
@Component
class AfterwardsTexts {

    private final Texts words;

    AfterwardsTexts(Texts words) {
        this.words = words;
    }

    /**
     * @param relapsed whether another entry goes on with it
     * @param again whether it goes on with another
     */
    String relapse(boolean relapsed, boolean again) {
        List<String> said = new ArrayList<>();
        if (again) said.add(words.label("relapse", LedgerQuery.Relapse.AGAIN));
        if (relapsed) said.add(words.label("relapse", LedgerQuery.Relapse.RELAPSED));
        return String.join("、", said);
    }

    String lookBack(@Nullable LookBack found, @Nullable LocalDateTime at) {
        return found == null || at == null ? "" : at.toLocalDate() + " " + words.label("lookBack", found);
    }
}
