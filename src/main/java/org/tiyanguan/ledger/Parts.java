package org.tiyanguan.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;
import org.tiyanguan.calendar.WorkCalendar;
import org.tiyanguan.core.CaseOf;
import org.tiyanguan.core.ReadOnce;
import org.tiyanguan.core.RowLock;

/**
 * The departments' parts of entries as the process writes them. Whoever changes one holds its entry first, as everybody
 * does who acts on the entry: so nobody waits for somebody who waits for them, and who came first is done first.
 */
@Component
public class Parts implements CaseOf {

    /** The working days a department has; {@code remind} is counted back from the deadline. */
    public record Days(int accept, int rectify, int remind) {}

    private record Held(String number) {}

    private record PartsOf(List<Part> inOrder) {

        PartsOf {
            inOrder = List.copyOf(inOrder);
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;
    private final WorkCalendar calendar;
    private final ReadOnce once;
    private final RowLock lock;

    Parts(JdbcClient jdbc, Clock clock, WorkCalendar calendar, ReadOnce once, RowLock lock) {
        this.lock = lock;
        this.jdbc = jdbc;
        this.clock = clock;
        this.calendar = calendar;
        this.once = once;
    }

    /** A part that waits for the department to accept it. */
    public Part assign(String number, String department, String instruction, Days days, int timesSentBack) {
        return insert(number, department, 1, instruction, PartState.ACCEPT, days, timesSentBack, false, null);
    }

    /** A part that the leader ruled to be the department's: there is nothing left to accept. */
    public Part assignByRuling(Part sentBack, String department) {
        return insert(
                sentBack.number(),
                department,
                sentBack.round(),
                sentBack.instruction(),
                PartState.RECTIFY,
                days(sentBack),
                sentBack.timesSentBack(),
                true,
                null);
    }

    /** The department's next round, after verification found something missing. */
    public Part again(Part done, String whatIsMissing, int rectifyDays) {
        Days days = new Days(done.acceptDays(), rectifyDays, Math.min(done.remindDays(), rectifyDays));
        return insert(
                done.number(),
                done.department(),
                done.round() + 1,
                whatIsMissing,
                PartState.RECTIFY,
                days,
                done.timesSentBack(),
                true,
                done.handler());
    }

    @Override
    public String caseOf(String id) {
        return part(Long.parseLong(id)).number();
    }

    public Part part(long id) {
        return once.read(
                Part.class,
                id,
                () -> jdbc.sql("select * from rectification_part where id = :id")
                        .param("id", id)
                        .query(Part.class)
                        .single());
    }

    public List<Part> of(String number) {
        return once.read(
                        PartsOf.class,
                        number,
                        () -> new PartsOf(
                                jdbc.sql("select * from rectification_part where number = :number order by id")
                                        .param("number", number)
                                        .query(Part.class)
                                        .list()))
                .inOrder();
    }

    /** Returns the parts that a department still has to do something about. */
    public List<Part> open(String number) {
        return of(number).stream().filter(Part::isOpen).toList();
    }

    public void accept(long id, @Nullable String handler) {
        update(id, "state = 'RECTIFY', accepted_at = :now, handler = :value", handler);
    }

    /** Another of the department's staff works on it from now on. */
    public void handler(long id, String handler) {
        update(id, "handler = :value", handler);
    }

    public void sendBack(long id) {
        update(id, "state = 'SENT_BACK', done_at = :now, times_sent_back = times_sent_back + :value", 1);
    }

    public void withdraw(long id) {
        update(id, "done_at = :now, state = :value", PartState.WITHDRAWN.name());
    }

    public void transfer(long id) {
        update(id, "done_at = :now, state = :value", PartState.TRANSFERRED.name());
    }

    public void done(long id, String result) {
        update(id, "state = 'DONE', done_at = :now, result = :value", result);
    }

    public void askExtension(long id, LocalDate until, String reason) {
        hold(id);
        jdbc.sql("""
                        update rectification_part
                        set extension = 'ASKED', extension_until = :until, extension_reason = :reason where id = :id""")
                .param("until", until)
                .param("reason", reason)
                .param("id", id)
                .update();
        forget(id);
    }

    public void decideExtension(long id, boolean granted) {
        update(id, "extension = :value", granted ? "GRANTED" : "REFUSED");
    }

    /** Moves the deadline; a part not yet accepted gets its days for accepting anew, within the deadline. */
    public void moveDeadline(Part part, LocalDateTime deadline) {
        LocalDateTime acceptBy = part.state() == PartState.ACCEPT
                ? earlier(calendar.deadline(LocalDateTime.now(clock), part.acceptDays()), deadline)
                : part.acceptBy();
        hold(part.id());
        jdbc.sql("update rectification_part set deadline = :deadline, accept_by = :acceptBy where id = :id")
                .param("deadline", deadline)
                .param("acceptBy", acceptBy)
                .param("id", part.id())
                .update();
        forget(part.id());
    }

    public void yellowCard(long id) {
        update(id, "card = coalesce(card, :value)", Card.YELLOW.name());
    }

    public void redCard(long id) {
        update(id, "card = :value", Card.RED.name());
    }

    public static Days days(Part part) {
        return new Days(part.acceptDays(), part.rectifyDays(), part.remindDays());
    }

    private Part insert(
            String number,
            String department,
            int round,
            String instruction,
            PartState state,
            Days days,
            int timesSentBack,
            boolean binding,
            @Nullable String handler) {
        LocalDateTime now = LocalDateTime.now(clock);
        LocalDateTime deadline = calendar.deadline(now, days.rectify());
        KeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into rectification_part (number, department, round, instruction, state, assigned_at,
                            accept_days, rectify_days, remind_days, accept_by, deadline, times_sent_back, binding,
                            handler, accepted_at)
                        values (:number, :department, :round, :instruction, :state, :now,
                            :acceptDays, :rectifyDays, :remindDays, :acceptBy, :deadline, :timesSentBack, :binding,
                            :handler, :acceptedAt)""")
                .param("number", number)
                .param("department", department)
                .param("round", round)
                .param("instruction", instruction)
                .param("state", state.name())
                .param("now", now)
                .param("acceptDays", days.accept())
                .param("rectifyDays", days.rectify())
                .param("remindDays", days.remind())
                .param("acceptBy", earlier(calendar.deadline(now, days.accept()), deadline))
                .param("deadline", deadline)
                .param("timesSentBack", timesSentBack)
                .param("binding", binding)
                .param("handler", handler)
                .param("acceptedAt", state == PartState.RECTIFY ? now : null)
                .update(key, "id");
        long id = key.getKey().longValue();
        forget(id);
        return part(id);
    }

    private void hold(long part) {
        once.read(Held.class, part(part).number(), () -> held(part(part).number()));
    }

    private Held held(String number) {
        return new Held(jdbc.sql("select number from ledger_entry where number = :number" + lock.clause())
                .param("number", number)
                .query(String.class)
                .single());
    }

    private void update(long id, String assignments, @Nullable Object value) {
        hold(id);
        jdbc.sql("update rectification_part set " + assignments + " where id = :id")
                .param("now", LocalDateTime.now(clock))
                .param("value", value)
                .param("id", id)
                .update();
        forget(id);
    }

    private void forget(long id) {
        once.forget(Part.class, id);
        once.forget(PartsOf.class);
    }

    private static LocalDateTime earlier(LocalDateTime a, LocalDateTime b) {
        return a.isBefore(b) ? a : b;
    }
}
