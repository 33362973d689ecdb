package org.tiyanguan.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.OnH2Too;
import org.tiyanguan.recruitment.Recruiting;

/** The chain of an officer's terms: how it goes on, and how it ends. */
@IntegrationTest
@RecordApplicationEvents
@OnH2Too
class TermsTest {

    private static final AtomicInteger LETTERS = new AtomicInteger(9000);

    @Autowired
    Recruiting recruiting;

    @Autowired
    Officers officers;

    @Autowired
    Terms terms;

    @Autowired
    ApplicationEvents events;

    private String account;
    private LocalDate last;

    @BeforeEach
    void appointed_for_a_year() {
        account = officers.of(recruiting.appointed("王小明", "13800138000", "wang@example.org"))
                .orElseThrow()
                .account();
        last = officers.withAccount(account).orElseThrow().termUntil();
        on(last.minusDays(40));
    }

    @AfterEach
    void reset() {
        ClockUtil.reset();
    }

    @Test
    void an_appointment_is_the_first_term() {
        Term first = terms.running(account).orElseThrow();
        assertThat(terms.of(account)).containsExactly(first);
        assertThat(first.kind()).isEqualTo(Term.Kind.APPOINTED);
        assertThat(first.letter()).matches("PS-2026-\\d{4}");
        assertThat(first.termUntil()).isEqualTo(first.termFrom().plusYears(1).minusDays(1));
        assertThat(terms.isServing(account)).isTrue();
    }

    @Test
    void a_renewal_begins_the_day_after_and_the_officer_shows_it() {
        Term next = renew(last.plusDays(1));
        assertThat(terms.of(account)).hasSize(2).last().isEqualTo(next);
        assertThat(terms.running(account).orElseThrow().kind()).isEqualTo(Term.Kind.APPOINTED);
        assertThat(officers.withAccount(account).orElseThrow().letter()).isEqualTo(next.letter());
        assertThat(terms.renewalFrom(account)).isEqualTo(next.termUntil().plusDays(1));
        on(last.plusDays(1));
        assertThat(terms.running(account)).contains(next);
        assertThat(officers.inOffice(last.minusDays(3), last.plusDays(3))).contains(account);
    }

    @Test
    void a_renewal_after_the_end_begins_today_and_nobody_was_in_office_between() {
        on(last.plusDays(10));
        assertThat(terms.renewalFrom(account)).isEqualTo(last.plusDays(10));
        renew(last.plusDays(10));
        assertThat(terms.isServing(account)).isTrue();
        assertThat(officers.inOffice(last.plusDays(9), last.plusDays(12))).doesNotContain(account);
        assertThat(officers.inOffice(last.plusDays(10), last.plusDays(12))).contains(account);
    }

    @Test
    void terms_do_not_overlap_and_no_letter_is_given_twice() {
        assertThatThrownBy(() -> renew(last)).isInstanceOf(IllegalArgumentException.class);
        String letter = renew(last.plusDays(1)).letter();
        LocalDate from = terms.renewalFrom(account);
        assertThatThrownBy(() -> terms.renew(account, letter, from, from.plusDays(30), null))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void a_term_that_has_passed_its_last_day_is_over_by_itself() {
        on(last);
        assertThat(terms.isServing(account)).isTrue();
        on(last.plusDays(1));
        assertThat(terms.isServing(account)).isFalse();
        assertThat(terms.running(account)).isEmpty();
        assertThat(officers.inOffice(last.plusDays(1), last.plusDays(1))).doesNotContain(account);
        assertThat(officers.serving("王小明", "13800138000").map(Officer::account)).isNotEqualTo(Optional.of(account));
        assertThat(terms.of(account).get(0).end(last.plusDays(1))).isEqualTo(TermEnd.EXPIRED);
        assertThat(ended()).isEmpty();
        terms.end(account, TermEnd.EXPIRED, last, "", null);
        terms.end(account, TermEnd.EXPIRED, last, "", null);
        assertThat(ended()).containsExactly(new TermEnded(account, TermEnd.EXPIRED, last, ""));
    }

    @Test
    void a_dismissal_ends_at_once_what_runs_and_what_was_to_begin() {
        renew(last.plusDays(1));
        LocalDate today = last.minusDays(40);
        terms.end(account, TermEnd.DISMISSED, today, "多次无故缺席", "KH-2026-000001");
        assertThat(terms.isServing(account)).isFalse();
        assertThat(terms.of(account))
                .allMatch(term -> term.endedAs() == TermEnd.DISMISSED)
                .allMatch(term -> "KH-2026-000001".equals(term.review()));
        assertThat(officers.inOffice(today, today)).doesNotContain(account);
        assertThat(ended()).containsExactly(new TermEnded(account, TermEnd.DISMISSED, today, "多次无故缺席"));
        terms.end(account, TermEnd.RESIGNED, today, "", null);
        assertThat(terms.of(account)).allMatch(term -> term.endedAs() == TermEnd.DISMISSED);
    }

    @Test
    void an_expiry_lets_the_renewal_begin_and_ends_nothing_else() {
        Term next = renew(last.plusDays(1));
        terms.end(account, TermEnd.EXPIRED, last.minusDays(40), "", null);
        assertThat(terms.of(account)).noneMatch(Term::isEnded);
        on(last.plusDays(2));
        terms.end(account, TermEnd.EXPIRED, last, "", null);
        assertThat(terms.of(account)).extracting(Term::endedAs).containsExactly(TermEnd.EXPIRED, null);
        assertThat(terms.running(account)).contains(next);
        assertThat(officers.inOffice(last, last.plusDays(3))).contains(account);
        assertThat(ended()).isEmpty();
    }

    @Test
    void nobody_is_dismissed_without_a_reason_or_before_the_day_has_come() {
        LocalDate today = last.minusDays(40);
        assertThatThrownBy(() -> terms.end(account, TermEnd.DISMISSED, today, " ", null))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> terms.end(account, TermEnd.RESIGNED, today.plusDays(1), "", null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(terms.isServing(account)).isTrue();
    }

    @Test
    void whoever_never_had_a_term_counts_as_in_office() {
        assertThat(terms.of("officer")).isEmpty();
        assertThat(terms.running("officer")).isEmpty();
        assertThat(terms.isServing("officer")).isTrue();
        LocalDate today = last.minusDays(40);
        assertThat(officers.inOffice(today, today)).contains("officer", account);
    }

    private Term renew(LocalDate from) {
        return terms.renew(
                account,
                "PS-2027-" + LETTERS.incrementAndGet(),
                from,
                from.plusYears(1).minusDays(1),
                null);
    }

    private List<TermEnded> ended() {
        return events.stream(TermEnded.class).toList();
    }

    private static void on(LocalDate day) {
        Recruiting.now(day + "T10:00:00");
    }
}
