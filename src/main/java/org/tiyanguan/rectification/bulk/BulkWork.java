package org.tiyanguan.rectification.bulk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.core.Texts;
import org.tiyanguan.engine.ForModels;
import org.tiyanguan.engine.OwnCase;
import org.tiyanguan.engine.OwnTransaction;
import org.tiyanguan.engine.RequestFault;
import org.tiyanguan.engine.WorkedOffBy;
import org.tiyanguan.notification.Notices;
import org.tiyanguan.rectification.Interventions;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.OnBehalf;
import org.tiyanguan.security.Roles;

/**
 * What {@code bulk-act.bpmn} calls. Each entry is worked on in a transaction of its own, in the name of whoever asked:
 * what a rule refuses is undone and written down, and the others go on.
 */
@ForModels
@Component("bulkWork")
@Transactional
public class BulkWork {

    private static final Logger LOG = LoggerFactory.getLogger(BulkWork.class);

    private final BulkActs acts;
    private final Interventions interventions;
    private final OwnTransaction own;
    private final OnBehalf behalf;
    private final CurrentUser user;
    private final Notices notices;
    private final Texts words;

    BulkWork(
            BulkActs acts,
            Interventions interventions,
            OwnTransaction own,
            OnBehalf behalf,
            CurrentUser user,
            Notices notices,
            Texts words) {
        this.acts = acts;
        this.interventions = interventions;
        this.own = own;
        this.behalf = behalf;
        this.user = user;
        this.notices = notices;
        this.words = words;
    }

    /**
     * Works on the next entry that waits. Until that is done this transaction only reads: a lock of it could bar the
     * entry's.
     */
    public void workOff(@OwnCase String number) {
        Optional<String> next = acts.next(number);
        if (next.isEmpty()) return;
        BulkAct bulk = acts.find(number).orElseThrow();
        String entry = next.get();
        try {
            own.run(() -> {
                if (acts.done(number, entry)) behalf.of(bulk.askedBy(), () -> act(bulk, entry));
            });
        } catch (RuntimeException e) {
            acts.refuse(number, entry, whyNot(bulk, entry, e));
        }
    }

    @WorkedOffBy("workOff")
    public boolean hasMore(@OwnCase String number) {
        return acts.next(number).isPresent();
    }

    /** Tells whoever asked what came of it. */
    public void end(@OwnCase String number) {
        acts.end(number);
        BulkAct bulk = acts.find(number).orElseThrow();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("bulkAct", words.label("bulk.act", bulk.act()));
        facts.put("bulkDone", String.valueOf(bulk.done()));
        facts.put("bulkRefused", String.valueOf(bulk.refused()));
        facts.put("reason", bulk.reason());
        notices.toUser(bulk.askedBy(), "bulk-ended", number, facts);
    }

    private void act(BulkAct bulk, String entry) {
        if (!user.is(Roles.CENTER)) throw words.refusal(null, "bulk.left");
        switch (bulk.act()) {
            case URGE -> interventions.urgeOpen(entry, bulk.reason());
            case TRANSFER -> interventions.transferOpen(entry, bulk.toDepartment(), bulk.reason());
            case EXTEND -> interventions.extendOpen(entry, bulk.newDay(), bulk.reason());
            case RECOUNT -> interventions.recountOpen(entry, bulk.reason());
        }
    }

    /**
     * What the page says. Where somebody else acted on the entry at that moment it throws, and the job is tried again.
     */
    private String whyNot(BulkAct bulk, String entry, RuntimeException e) {
        if (e instanceof Refusal refusal) return refusal.getMessage();
        if (RequestFault.OVERTAKEN.isIn(e)) throw e;
        LOG.error("{} of {} failed", bulk.number(), entry, e);
        return words.of("bulk.failed");
    }
}
