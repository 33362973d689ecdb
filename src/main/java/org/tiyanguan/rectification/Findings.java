package org.tiyanguan.rectification;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.engine.CaseMessages;
import org.tiyanguan.engine.forms.StartForms;
import org.tiyanguan.ledger.Channel;
import org.tiyanguan.ledger.EntryState;
import org.tiyanguan.ledger.Ledger;
import org.tiyanguan.ledger.Origin;
import org.tiyanguan.ledger.PublicTexts;
import org.tiyanguan.ledger.Report;
import org.tiyanguan.ledger.Wording;
import org.tiyanguan.ledger.feed.Similarity;
import org.tiyanguan.privacy.Passage;

/** Where officers' and other systems' findings enter the loop, and what became of officers' in short. */
@Component
@Transactional
public class Findings {

    /** Of the form {@code report-finding}: what is known of an officer, or concerns others. */
    private static final Set<String> NOT_ASKED =
            Set.of("channel", "officer", "reporterName", "reporterPhone", "reporterEmail");

    /** {@code confirms}: the answer waits for the officer. */
    public record Line(String number, String title, String state, LocalDateTime reportedAt, boolean confirms) {

        public boolean isClosed() {
            return state.equals(EntryState.CLOSED.name());
        }
    }

    private final JdbcClient jdbc;
    private final CaseMessages cases;
    private final StartForms forms;
    private final Reports reports;
    private final FindingRegistration registration;
    private final Similarity similarity;
    private final Ledger ledger;
    private final PublicTexts texts;

    Findings(
            JdbcClient jdbc,
            CaseMessages cases,
            StartForms forms,
            Reports reports,
            FindingRegistration registration,
            Similarity similarity,
            Ledger ledger,
            PublicTexts texts) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.forms = forms;
        this.reports = reports;
        this.registration = registration;
        this.similarity = similarity;
        this.ledger = ledger;
        this.texts = texts;
    }

    /** What an officer is asked about a finding. */
    public List<StartForms.Field> fields() {
        return forms.of(LoopDiagram.KEY).stream()
                .filter(field -> !NOT_ASKED.contains(field.key()))
                .toList();
    }

    /**
     * Looks over what an officer found, without reporting it.
     *
     * @throws org.tiyanguan.core.Refusal with a fault for each field that is wrong
     */
    public Report check(String officer, Map<String, Object> finding) {
        return check(form(officer, finding));
    }

    /**
     * Looks over what anybody found, without reporting it.
     *
     * @param finding the fields of the form {@code report-finding}
     * @throws org.tiyanguan.core.Refusal with a fault for each field that is wrong
     */
    public Report check(Map<String, Object> finding) {
        forms.check(LoopDiagram.KEY, finding);
        return reports.read(finding);
    }

    /**
     * Looks over what was said at a meeting, without reporting it.
     *
     * @param officer the account of the officer who said it; null for somebody else
     * @param name of whoever else said it; null for an officer
     * @throws org.tiyanguan.core.Refusal with a fault for each field that is wrong
     */
    public Report checkSaid(@Nullable String officer, @Nullable String name, Map<String, Object> finding) {
        Map<String, Object> form = new HashMap<>(finding);
        form.put("channel", Channel.MEETING.name());
        if (name != null) form.put("reporterName", name);
        Report report = check(form);
        return officer == null ? report : report.by(officer);
    }

    /**
     * Enters a finding in the ledger and starts the loop with its number, which is all that the process learns.
     *
     * @param report as {@link #check(Map)} returned it
     * @return the ledger number
     * @throws org.tiyanguan.core.Refusal if the officer is none
     */
    public String report(Report report, Origin origin) {
        String number = registration.enter(report, origin);
        begin(number);
        return number;
    }

    /** The number of what the other system of that id reported under its reference. */
    @Transactional(readOnly = true)
    public Optional<String> numberOf(long client, String reference) {
        return jdbc.sql("select number from reporter where client = :client and only_reference = :reference")
                .param("client", client)
                .param("reference", reference.strip())
                .query(String.class)
                .optional();
    }

    /** Starts the loop of an entry that stands in the ledger. */
    void begin(String number) {
        cases.startWith(
                LoopDiagram.Message.FINDING_REGISTERED, number, Map.of(LoopDiagram.Variable.LEDGER_NUMBER, number));
    }

    /** The reporter's words of an entry, by field, with what tells who it was, or may. */
    @Transactional(readOnly = true)
    public Map<String, List<Passage>> pointedOut(String number) {
        return texts.passages(ledger.entry(number));
    }

    /** As {@link #pointedOut(String)}, of what an officer typed so far; fields that tell nothing are left out. */
    @Transactional(readOnly = true)
    public Map<String, List<Passage>> pointedOut(String officer, Map<String, ?> finding) {
        return texts.telling(officer, Wording.of(finding).byField());
    }

    /** The officer's own, the newest first. */
    @Transactional(readOnly = true)
    public List<Line> of(String officer) {
        return jdbc.sql("""
                        select e.number, e.title, e.state, e.reported_at, e.state = 'CONFIRM' as confirms
                        from reporter r join ledger_entry e on e.number = r.number
                        where r.user_id = :officer order by e.reported_at desc, e.number desc""").param("officer", officer).query(Line.class).list();
    }

    /**
     * What others may have reported before, the most similar first.
     *
     * @param department its code, where it is known, or null
     * @param finding its fields as they were typed, perhaps not all
     */
    @Transactional(readOnly = true)
    public List<Similarity.Similar> similar(@Nullable String department, Map<String, ?> finding) {
        return similarity.to(null, department, Wording.of(finding));
    }

    private static Map<String, Object> form(String officer, Map<String, Object> finding) {
        Map<String, Object> form = new HashMap<>(finding);
        form.put("channel", Channel.OFFICER.name());
        form.put("officer", officer);
        return form;
    }
}
