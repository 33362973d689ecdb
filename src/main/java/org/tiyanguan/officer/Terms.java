package org.tiyanguan.officer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.core.ReadOnce;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.core.Texts;
import org.tiyanguan.security.Offices;

/**
 * The officers' terms, each officer's a chain: appointed, then renewed. Whether an officer serves is said here and
 * nowhere else, by the days of the chain; nothing has to happen for a term to be over. Whoever does not serve cannot
 * report, go on assignments, or open what is not theirs to answer already.
 */
@Component
@Transactional
public class Terms implements Offices {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ReadOnce once;
    private final ApplicationEventPublisher events;
    private final Texts texts;

    Terms(JdbcClient jdbc, Clock clock, ReadOnce once, ApplicationEventPublisher events, Texts texts) {
        this.texts = texts;
        this.jdbc = jdbc;
        this.clock = clock;
        this.once = once;
        this.events = events;
    }

    /** The oldest first; empty for an account from before there were terms, or one that an administrator made. */
    @Transactional(readOnly = true)
    public List<Term> of(String account) {
        return jdbc.sql("select * from officer_term where account = :account order by term_from, id")
                .param("account", account)
                .query(Term.class)
                .list();
    }

    /** The term in which today lies, if nobody ended it. */
    @Transactional(readOnly = true)
    public Optional<Term> running(String account) {
        LocalDate today = today();
        return of(account).stream().filter(term -> term.runsOn(today)).findFirst();
    }

    /**
     * Whether the officer is in office: a term runs, or is to begin. Whoever never had a term counts as in office, as
     * does an account that an administrator made.
     */
    @Transactional(readOnly = true)
    public boolean isServing(String account) {
        return whyOver(account).isEmpty();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> whyOver(String account) {
        List<Term> terms = of(account);
        LocalDate today = today();
        if (terms.isEmpty() || terms.stream().anyMatch(term -> term.isOpenOn(today))) return Optional.empty();
        return Optional.of(texts.of("officer.over", terms.get(terms.size() - 1).lastDay()));
    }

    /** @throws Refusal with {@link #whyOver} */
    @Transactional(readOnly = true)
    public void mustServe(String account) {
        whyOver(account).ifPresent(why -> {
            throw new Refusal(null, why);
        });
    }

    /** The terms in which today lies, whoever's; by their ends. */
    @Transactional(readOnly = true)
    public List<Term> running() {
        return jdbc.sql("""
                        select * from officer_term where ended_as is null and term_from <= :today and term_until >= :today
                        order by term_until, id""").param("today", today()).query(Term.class).list();
    }

    /** The terms whose last day has passed, and of which nobody said yet how they ended. */
    @Transactional(readOnly = true)
    public List<Term> over() {
        return jdbc.sql("select * from officer_term where ended_as is null and term_until < :today order by id")
                .param("today", today())
                .query(Term.class)
                .list();
    }

    /** Whose chain is over, or has a hole on one of these days. */
    Set<String> outOfOffice(LocalDate from, LocalDate until) {
        LocalDate today = today();
        Map<String, List<Term>> chains = chains();
        chains.values()
                .removeIf(chain -> chain.stream().anyMatch(term -> term.isOpenOn(today)) && cover(chain, from, until));
        return chains.keySet();
    }

    /** Of all officers, by account. */
    @Transactional(readOnly = true)
    public Map<String, List<Term>> chains() {
        Map<String, List<Term>> chains = new HashMap<>();
        jdbc.sql("select * from officer_term order by term_from, id")
                .query(Term.class)
                .list()
                .forEach(term -> chains.computeIfAbsent(term.account(), account -> new ArrayList<>())
                        .add(term));
        return chains;
    }

    /** @param chain the oldest first */
    private static boolean cover(List<Term> chain, LocalDate from, LocalDate until) {
        LocalDate uncovered = from;
        for (Term term : chain)
            if (!term.termFrom().isAfter(uncovered) && !term.lastDay().isBefore(uncovered))
                uncovered = term.lastDay().plusDays(1);
        return uncovered.isAfter(until);
    }

    /** The day on which a renewal begins: the one after the last of the chain, or today where that is over. */
    @Transactional(readOnly = true)
    public LocalDate renewalFrom(String account) {
        LocalDate today = today();
        return of(account).stream()
                .filter(term -> term.isOpenOn(today))
                .map(term -> term.termUntil().plusDays(1))
                .max(Comparator.naturalOrder())
                .orElse(today);
    }

    /**
     * Adds a term to the chain.
     *
     * @param letter the number of its letter of appointment
     * @param from not before {@link #renewalFrom}
     * @param review the number of the review that decided so, or null
     * @throws IllegalArgumentException if the days lie within another term, or are none
     */
    public Term renew(String account, String letter, LocalDate from, LocalDate until, @Nullable String review) {
        lock(account);
        if (from.isBefore(renewalFrom(account)) || !until.isAfter(from))
            throw new IllegalArgumentException(from + " to " + until + " is no further term of " + account);
        return add(account, Term.Kind.RENEWED, letter, from, until, review);
    }

    /**
     * Ends what is left of the chain at once, a renewal that has not begun included; only an expiry lets that one
     * begin. Ends nothing where nothing is left.
     *
     * @param on the last day of service, today or before
     * @param reason why, at most 500 characters; not empty for a dismissal
     * @param review the number of the review that decided so, or null
     */
    public void end(String account, TermEnd as, LocalDate on, String reason, @Nullable String review) {
        lock(account);
        LocalDate today = today();
        if (on.isAfter(today)) throw new IllegalArgumentException(on + " has not come");
        List<Term> left =
                of(account).stream().filter(term -> isLeft(term, as, today)).toList();
        if (left.isEmpty()) return;
        left.forEach(term -> jdbc.sql("""
                        update officer_term
                        set ended_on = :on, ended_as = :as, reason = :reason, review = coalesce(:review, review)
                        where id = :id""")
                .param("on", on.isAfter(term.termUntil()) ? term.termUntil() : on)
                .param("as", as.name())
                .param("reason", reason.isBlank() ? null : reason.strip())
                .param("review", review)
                .param("id", term.id())
                .update());
        once.forget(Officer.class, account);
        if (!isServing(account)) events.publishEvent(new TermEnded(account, as, on, reason));
    }

    /** Only what has come to its last day expires; what has passed it can end in no other way. */
    private static boolean isLeft(Term term, TermEnd as, LocalDate today) {
        return as == TermEnd.EXPIRED ? !term.isEnded() && !term.termUntil().isAfter(today) : term.isOpenOn(today);
    }

    Term add(String account, Term.Kind kind, String letter, LocalDate from, LocalDate until, @Nullable String review) {
        jdbc.sql("""
                        insert into officer_term (account, kind, letter, term_from, term_until, review)
                        values (:account, :kind, :letter, :from, :until, :review)""")
                .param("account", account)
                .param("kind", kind.name())
                .param("letter", letter)
                .param("from", from)
                .param("until", until)
                .param("review", review)
                .update();
        once.forget(Officer.class, account);
        return jdbc.sql("select * from officer_term where letter = :letter")
                .param("letter", letter)
                .query(Term.class)
                .single();
    }

    /** One decision at a time. */
    private void lock(String account) {
        jdbc.sql("select id from officer where account = :account for update")
                .param("account", account)
                .query(Long.class)
                .optional();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
