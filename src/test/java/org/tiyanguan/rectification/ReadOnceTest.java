package org.tiyanguan.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.tiyanguan.AtTime;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.core.ReadOnce;
import org.tiyanguan.engine.OwnTransaction;
import org.tiyanguan.ledger.EntryState;
import org.tiyanguan.ledger.Ledger;
import org.tiyanguan.ledger.PartState;
import org.tiyanguan.ledger.Parts;
import org.tiyanguan.ledger.Topic;

/** What is read once in a transaction is what it wrote, and what others wrote where it must be. */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
class ReadOnceTest {

    private record Something(int read) {}

    @Autowired
    Loop loop;

    @Autowired
    ReadOnce once;

    @Autowired
    Ledger ledger;

    @Autowired
    Parts parts;

    @Autowired
    OwnTransaction ownTransaction;

    @Autowired
    TransactionTemplate transaction;

    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void a_transaction_reads_once_and_the_next_one_anew() {
        transaction.executeWithoutResult(status -> {
            assertThat(something("a").read()).isEqualTo(1);
            assertThat(something("a").read()).isEqualTo(1);
            assertThat(something("b").read()).isEqualTo(2);
            once.forget(Something.class, "a");
            assertThat(something("a").read()).isEqualTo(3);
            assertThat(something("b").read()).isEqualTo(2);
        });
        transaction.executeWithoutResult(
                status -> assertThat(something("a").read()).isEqualTo(4));
    }

    @Test
    void outside_a_transaction_each_call_reads() {
        assertThat(something("a").read()).isEqualTo(1);
        assertThat(something("a").read()).isEqualTo(2);
        once.forget(Something.class, "a");
        once.forgetAll();
    }

    @Test
    void a_transaction_of_its_own_reads_for_itself_and_the_outer_one_anew_after_it() {
        transaction.executeWithoutResult(status -> {
            assertThat(something("a").read()).isEqualTo(1);
            ownTransaction.run(() -> assertThat(something("a").read()).isEqualTo(2));
            assertThat(something("a").read()).isEqualTo(3);
        });
    }

    @Test
    void what_is_written_is_what_is_read_next() {
        String number = loop.rectifying();
        long part = loop.part(number).id();
        transaction.executeWithoutResult(status -> {
            assertThat(ledger.entry(number).topic()).isNotEqualTo(Topic.ATTITUDE);
            ledger.topic(number, Topic.ATTITUDE);
            assertThat(ledger.entry(number).topic()).isEqualTo(Topic.ATTITUDE);
            ledger.moveTo(number, EntryState.VERIFY);
            assertThat(ledger.entry(number).state()).isEqualTo(EntryState.VERIFY);
            assertThat(parts.part(part).state()).isEqualTo(PartState.RECTIFY);
            parts.done(part, "已增开窗口");
            assertThat(parts.part(part).state()).isEqualTo(PartState.DONE);
            status.setRollbackOnly();
        });
    }

    @Test
    void who_locks_an_entry_reads_what_others_wrote_before() {
        String number = loop.report();
        transaction.executeWithoutResult(status -> {
            assertThat(ledger.entry(number).topic()).isNotEqualTo(Topic.ATTITUDE);
            CompletableFuture.runAsync(
                            () -> transaction.executeWithoutResult(other -> ledger.topic(number, Topic.ATTITUDE)))
                    .join();
            assertThat(ledger.lock(number).orElseThrow().topic()).isEqualTo(Topic.ATTITUDE);
            assertThat(ledger.entry(number).topic()).isEqualTo(Topic.ATTITUDE);
        });
    }

    private Something something(String id) {
        return once.find(Something.class, id, () -> Optional.of(new Something(reads.incrementAndGet())))
                .orElseThrow();
    }
}
