package org.tiyanguan.ledger.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import net.jqwik.spring.JqwikSpringSupport;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.OnH2Too;
import org.tiyanguan.ledger.Card;
import org.tiyanguan.ledger.EntryState;
import org.tiyanguan.ledger.FindingKind;
import org.tiyanguan.ledger.LedgerRows;
import org.tiyanguan.ledger.PartState;
import org.tiyanguan.ledger.Topic;
import org.tiyanguan.ledger.Viewer;
import org.tiyanguan.rectification.Loop;

/** Whatever the ledger holds and whatever a department asks for, it sees its own part of it and nothing else. */
@IntegrationTest
@OnH2Too
@JqwikSpringSupport
@Tag("program")
@Tag("h2")
class OwnPartOfTheLedgerTest {

    private static final List<String> DEPARTMENTS = List.of("gongan", "shebao", "shuiwu", "yibao");

    private static final LocalDateTime NOW = LocalDateTime.parse("2026-03-12T10:00");

    /** Days are counted from now. */
    record APart(String department, PartState state, int round, int deadline, int done, String card) {}

    record AnEntry(EntryState state, FindingKind kind, Topic topic, int reported, Integer rating, List<APart> parts) {}

    @Autowired
    JdbcClient jdbc;

    @Autowired
    LedgerSearch search;

    @Autowired
    LedgerLines lines;

    @BeforeProperty
    void on_a_thursday() {
        Loop.now(NOW.toString());
    }

    @AfterProperty
    void clear() {
        LedgerRows.clear(jdbc);
        ClockUtil.reset();
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void a_department_sees_what_is_its_own_whatever_it_asks_for(
            @ForAll("ledgers") List<AnEntry> ledger,
            @ForAll("owners") Set<String> own,
            @ForAll("queries") LedgerQuery query) {
        Map<String, AnEntry> entries = fill(ledger);
        Viewer viewer = new Viewer(false, false, List.copyOf(own));

        LedgerSearch.Found found = search.find(viewer, query);
        List<LedgerLines.Line> shown = lines.of(viewer, query, found.rows());

        Set<String> theirs = entries.keySet().stream()
                .filter(number -> ownParts(entries.get(number), own).count() > 0)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(theirs)
                .containsAll(shown.stream().map(line -> line.row().number()).toList());
        assertThat(found.total()).isEqualTo(shown.size());
        for (LedgerLines.Line line : shown) {
            List<APart> parts = ownParts(entries.get(line.row().number()), own).toList();
            assertThat(line.departments()).doesNotContain(namesOfOthers(own));
            if (line.deadline() != null)
                assertThat(parts).anyMatch(part -> NOW.plusDays(part.deadline).equals(line.deadline()));
            if (line.card() != null) assertThat(parts).anyMatch(part -> part.card != null);
            if (!line.state().equals("CLOSED"))
                assertThat(parts).anyMatch(part -> part.state.name().equals(line.state()));
        }
        assertThat(exported(viewer, query))
                .isEqualTo(shown.stream().map(line -> line.row().number()).toList());
        assertThat(search.numbers(viewer, query, 1000)).containsExactlyInAnyOrderElementsOf(exported(viewer, query));
        if (!query.isFiltered())
            assertThat(shown.stream().map(line -> line.row().number())).containsExactlyInAnyOrderElementsOf(theirs);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void what_a_department_finds_the_centre_finds_too(
            @ForAll("ledgers") List<AnEntry> ledger,
            @ForAll("owners") Set<String> own,
            @ForAll("ofEntries") LedgerQuery query) {
        fill(ledger);
        Viewer department = new Viewer(false, false, List.copyOf(own));
        Viewer center = new Viewer(true, true, List.of());

        assertThat(search.numbers(center, query, 1000)).containsAll(search.numbers(department, query, 1000));
    }

    private List<String> exported(Viewer viewer, LedgerQuery query) {
        List<String> numbers = new ArrayList<>();
        search.each(viewer, query, line -> numbers.add(line.number()));
        return numbers;
    }

    private static Stream<APart> ownParts(AnEntry entry, Set<String> own) {
        return entry.parts.stream()
                .filter(part -> own.contains(part.department))
                .filter(part -> part.state != PartState.SENT_BACK && part.state != PartState.TRANSFERRED);
    }

    private static String[] namesOfOthers(Set<String> own) {
        Map<String, String> names = Map.of("gongan", "公安", "shebao", "社会保险", "shuiwu", "税务", "yibao", "医疗保障");
        return names.keySet().stream()
                .filter(code -> !own.contains(code))
                .map(names::get)
                .toArray(String[]::new);
    }

    // ---- what there may be

    @Provide
    Arbitrary<List<AnEntry>> ledgers() {
        Arbitrary<APart> part = Combinators.combine(
                        Arbitraries.of(DEPARTMENTS),
                        Arbitraries.of(PartState.class),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(-30, 10),
                        Arbitraries.integers().between(-30, 0),
                        Arbitraries.of("YELLOW", "RED").injectNull(0.6))
                .as(APart::new);
        return Combinators.combine(
                        Arbitraries.of(EntryState.class),
                        Arbitraries.of(FindingKind.class),
                        Arbitraries.of(Topic.class).injectNull(0.2),
                        Arbitraries.integers().between(-60, 0),
                        Arbitraries.integers().between(1, 5).injectNull(0.5),
                        part.list().ofMaxSize(4))
                .as(AnEntry::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<Set<String>> owners() {
        return Arbitraries.of(DEPARTMENTS).set().ofMinSize(1).ofMaxSize(2);
    }

    /** Any of the conditions, also those that are not a department's to ask for. */
    @Provide
    Arbitrary<LedgerQuery> queries() {
        return fields(Map.ofEntries(
                Map.entry("q", Arbitraries.of("排队", "户", "TYG-2026", "周晓明", "没有")),
                Map.entry("state", Arbitraries.of("ACCEPT", "RECTIFY", "DONE", "WITHDRAWN", "CLOSED")),
                Map.entry("department", Arbitraries.of(DEPARTMENTS)),
                Map.entry("kind", Arbitraries.of(FindingKind.class)),
                Map.entry("card", Arbitraries.of(Card.class)),
                Map.entry("topic", Arbitraries.of("GUIDE", "NONE")),
                Map.entry("category", Arbitraries.of("PUBLIC", "NONE")),
                Map.entry("overdue", Arbitraries.just(true)),
                Map.entry("overdueBy", Arbitraries.of(OverdueBy.class)),
                Map.entry("timely", Arbitraries.of(LedgerQuery.Timely.class)),
                Map.entry("reached", Arbitraries.of(LedgerQuery.Reached.class)),
                Map.entry("reopened", Arbitraries.just(true)),
                Map.entry("officer", Arbitraries.just(true)),
                Map.entry("sort", Arbitraries.of(LedgerQuery.Sort.class)),
                Map.entry("dir", Arbitraries.of(LedgerQuery.Direction.class))));
    }

    /** What is asked of the entry itself: the same of everybody. */
    @Provide
    Arbitrary<LedgerQuery> ofEntries() {
        return fields(Map.of(
                "q", Arbitraries.of("排队", "户", "TYG-2026"),
                "kind", Arbitraries.of(FindingKind.class),
                "topic", Arbitraries.of("GUIDE", "NONE"),
                "rating", Arbitraries.of(LedgerQuery.RATINGS),
                "from",
                        Arbitraries.integers()
                                .between(-60, 0)
                                .map(days -> NOW.toLocalDate().plusDays(days))));
    }

    private static Arbitrary<LedgerQuery> fields(Map<String, Arbitrary<?>> values) {
        return Arbitraries.of(values.keySet()).set().ofMaxSize(4).flatMap(names -> {
            Arbitrary<Map<String, Object>> chosen = Arbitraries.just(Map.of());
            for (String name : names)
                chosen = Combinators.combine(chosen, values.get(name)).as((so, value) -> {
                    Map<String, Object> more = new HashMap<>(so);
                    more.put(name, value);
                    return more;
                });
            return chosen.map(OwnPartOfTheLedgerTest::query);
        });
    }

    private static LedgerQuery query(Map<String, Object> f) {
        return new LedgerQuery(
                (String) f.get("q"),
                (String) f.get("state"),
                (String) f.get("department"),
                (FindingKind) f.get("kind"),
                null,
                (Card) f.get("card"),
                null,
                null,
                (String) f.get("topic"),
                (String) f.get("category"),
                null,
                (String) f.get("rating"),
                (LocalDate) f.get("from"),
                null,
                null,
                null,
                (Boolean) f.get("overdue"),
                (OverdueBy) f.get("overdueBy"),
                (LedgerQuery.Timely) f.get("timely"),
                (LedgerQuery.Reached) f.get("reached"),
                (Boolean) f.get("reopened"),
                (Boolean) f.get("officer"),
                null,
                null,
                null,
                (LedgerQuery.Sort) f.get("sort"),
                (LedgerQuery.Direction) f.get("dir"),
                null,
                null);
    }

    /** By their numbers. */
    private Map<String, AnEntry> fill(List<AnEntry> ledger) {
        LedgerRows.clear(jdbc);
        Map<String, AnEntry> entries = new HashMap<>();
        for (AnEntry entry : ledger) {
            String number = "TYG-2026-%06d".formatted(entries.size() + 1);
            entries.put(number, entry);
            LedgerRows.entry(jdbc, number)
                    .with("state", entry.state.name())
                    .with("kind", entry.kind.name())
                    .with("reportedAt", NOW.plusDays(entry.reported))
                    .insert();
            jdbc.sql("update ledger_entry set topic = :topic, rating = :rating where number = :number")
                    .param("topic", entry.topic == null ? null : entry.topic.name())
                    .param("rating", entry.rating)
                    .param("number", number)
                    .update();
            for (APart part : entry.parts) insert(number, part);
        }
        return entries;
    }

    private void insert(String number, APart part) {
        boolean ended = part.state != PartState.ACCEPT && part.state != PartState.RECTIFY;
        jdbc.sql("""
                        insert into rectification_part (number, department, round, instruction, state, assigned_at, accept_days,
                            rectify_days, remind_days, accept_by, deadline, accepted_at, done_at, card)
                        values (:number, :department, :round, '请核实', :state, :assigned, 1, 5, 1, :deadline, :deadline,
                            :accepted, :done, :card)""")
                .param("number", number)
                .param("department", part.department)
                .param("round", part.round)
                .param("state", part.state.name())
                .param("assigned", NOW.plusDays(-60))
                .param("deadline", NOW.plusDays(part.deadline))
                .param("accepted", part.state == PartState.ACCEPT ? null : NOW.plusDays(-50))
                .param("done", ended ? NOW.plusDays(part.done) : null)
                .param("card", part.card)
                .update();
    }
}
