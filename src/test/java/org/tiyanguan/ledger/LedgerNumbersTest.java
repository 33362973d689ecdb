package org.tiyanguan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.OnH2Too;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.rectification.Loop;

@IntegrationTest
@OnH2Too
class LedgerNumbersTest {

    private static final int REPORTS = 50;

    @Autowired
    Loop loop;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void fifty_parallel_reports_of_which_some_fail_get_numbers_without_a_double_and_without_a_gap() throws Exception {
        Loop.now("2031-05-06T10:00:00");
        ExecutorService reporters = Executors.newFixedThreadPool(REPORTS);
        Callable<String> good = loop::report;
        // Refused after its number was taken.
        Callable<String> bad = () -> loop.reportOf("nobody", "OFFICER");
        List<Callable<String>> reports = IntStream.range(0, REPORTS + REPORTS / 5)
                .mapToObj(i -> i % 6 == 5 ? bad : good)
                .toList();
        List<Future<String>> answers = reporters.invokeAll(reports);
        reporters.shutdown();

        List<String> numbers =
                answers.stream().flatMap(LedgerNumbersTest::number).sorted().toList();
        assertThat(numbers)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, REPORTS)
                        .mapToObj("TYG-2031-%06d"::formatted)
                        .toList());
    }

    private static Stream<String> number(Future<String> answer) {
        try {
            return Stream.of(answer.get());
        } catch (ExecutionException refused) {
            assertThat(NestedExceptionUtils.getMostSpecificCause(refused)).isInstanceOf(Refusal.class);
            return Stream.empty();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void each_year_counts_from_one() {
        Loop.now("2032-12-31T23:59:59");
        assertThat(loop.report()).isEqualTo("TYG-2032-000001");
        Loop.now("2033-01-01T00:00:00");
        assertThat(loop.report()).isEqualTo("TYG-2033-000001");
    }

    @Test
    void the_database_refuses_an_entry_closed_without_an_answer() {
        Loop.now("2034-05-06T10:00:00");
        String number = loop.report();
        assertThatThrownBy(() -> jdbc.sql("update ledger_entry set state = 'CLOSED' where number = ?")
                        .param(number)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void the_database_refuses_to_change_or_delete_what_happened() {
        Loop.now("2035-05-06T10:00:00");
        loop.report();
        for (String change : List.of("update ledger_event set text = 'x'", "delete from ledger_event"))
            assertThatThrownBy(() -> jdbc.sql(change).update()).hasStackTraceContaining("append-only");
    }
}
