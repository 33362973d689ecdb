package org.tiyanguan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tiyanguan.Acting;
import org.tiyanguan.AtTime;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.OnH2Too;
import org.tiyanguan.engine.CaseTasks;
import org.tiyanguan.ledger.PartCourses.Course;
import org.tiyanguan.ledger.feed.FeedQuery;
import org.tiyanguan.ledger.feed.LedgerFeed;
import org.tiyanguan.ledger.figures.CountedDepartments;
import org.tiyanguan.ledger.list.LedgerLines;
import org.tiyanguan.ledger.list.LedgerQuery;
import org.tiyanguan.ledger.list.LedgerSearch;
import org.tiyanguan.rectification.Loop;
import org.tiyanguan.rectification.LoopTaskForms;
import org.tiyanguan.rectification.entry.CaseFiles;
import org.tiyanguan.rectification.entry.CasePapers;
import org.tiyanguan.rectification.entry.CasePapersTest;
import org.tiyanguan.rectification.entry.EntryCards;
import org.tiyanguan.rectification.entry.OwnFindings;
import org.tiyanguan.security.People;

/** Whoever names the departments of an entry names the same ones: those whose parts count. */
@IntegrationTest
@OnH2Too
@AtTime("2026-03-20T10:00:00")
class CountedPartsTest {

    private static final Pattern SPELLED_OUT = Pattern.compile("'(SENT_BACK|TRANSFERRED|ACCEPT)'");
    private static final Viewer CENTER = new Viewer(true, true, List.of());

    @Autowired
    Loop loop;

    @Autowired
    PartCourses courses;

    @Autowired
    Acting acting;

    @Autowired
    People people;

    @Autowired
    OwnFindings ownReports;

    @Autowired
    LoopTaskForms caseViews;

    @Autowired
    CaseTasks tasks;

    @Autowired
    EntryCards cards;

    @Autowired
    LedgerSearch search;

    @Autowired
    LedgerLines lines;

    @Autowired
    LedgerFeed feed;

    @Autowired
    CaseFiles files;

    @Autowired
    CasePapers papers;

    @Autowired
    CountedDepartments dashboard;

    @Autowired
    ObjectMapper json;

    private String number;

    @ParameterizedTest
    @EnumSource
    void every_place_names_the_departments_whose_parts_count(Course course) {
        LocalDate day = LocalDate.parse("2026-03-02").plusDays(course.ordinal());
        Loop.now(day + "T10:00:00");
        number = loop.assigned("gongan");
        courses.take(course, number);

        Map<String, Set<String>> named = new LinkedHashMap<>();
        named.put(
                "the officer's page",
                ownReports.find("officer", number).orElseThrow().responsible().stream()
                        .map(one -> code(one.department()))
                        .collect(Collectors.toSet()));
        named.put("the officer's form", inTheOfficersForm());
        named.put("the ledger's list", named(line().departments()));
        named.put("the ledger's files", inTheFiles());
        named.put(
                "the ledger's filter",
                departments().stream()
                        .filter(department ->
                                search.numbers(CENTER, query(department), 1000).contains(number))
                        .collect(Collectors.toSet()));
        named.put(
                "the feed",
                Set.copyOf(feed.find(new FeedQuery().number(number), 1).get(0).departments()));
        named.put(
                "the feed's filter",
                departments().stream()
                        .filter(department -> !feed.find(
                                        new FeedQuery().number(number).department(department), 1)
                                .isEmpty())
                        .collect(Collectors.toSet()));
        named.put("the dashboard", dashboard.inTheOverview(day));
        named.put("the dashboard of one department", dashboard.oneByOne(day, departments()));
        named.put("the league", dashboard.inTheLeague(day));
        if (!loop.ended(number)) named.put("the card in Tasklist", inTheCard());

        assertSoftly(softly -> named.forEach(
                (place, departments) -> softly.assertThat(departments).as(place).isEqualTo(course.counted())));
        assertThat(feed.find(new FeedQuery().number(number), 1).get(0).card())
                .as("card in the feed")
                .isEqualTo(line().card());
    }

    /** The closing notice names whose result it tells. */
    @Test
    void a_closed_entrys_paper_names_who_mended_it() throws IOException {
        number = loop.assigned("gongan");
        courses.take(Course.TRANSFERRED, number);
        loop.verifyGood(number);
        loop.complete("officer", number, "officer-confirm", Map.of("confirmation", "CONFIRM", "rating", "5"));
        byte[] paper =
                papers.closingNotice(files.find(CENTER, number).orElseThrow()).orElseThrow();
        assertThat(CasePapersTest.text(paper)).contains(name("shebao")).doesNotContain(name("gongan"));
    }

    /** Elsewhere the states are not spelled out in SQL, so that nobody forgets one. {@code Parts} writes them. */
    @Test
    void which_parts_count_is_said_in_one_place() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            List<String> others = sources.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !List.of("PartState.java", "Parts.java")
                            .contains(file.getFileName().toString()))
                    .filter(file -> SPELLED_OUT.matcher(text(file)).find())
                    .map(Path::toString)
                    .toList();
            assertThat(others).isEmpty();
        }
    }

    // ---- the places

    private Set<String> inTheOfficersForm() {
        Set<String> departments = new HashSet<>();
        try {
            for (JsonNode part : json.readTree(caseViews.forReporter(number)).get("parts"))
                departments.add(code(part.get("department").asText()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return departments;
    }

    private Set<String> inTheCard() {
        return acting.as(
                "center",
                () -> named(cards.of(tasks.of("rectification", number).get(0))
                        .orElseThrow()
                        .parties()));
    }

    private Set<String> inTheFiles() {
        Set<String> departments = new HashSet<>();
        search.each(CENTER, query(null), line -> {
            if (line.departments() != null)
                departments.addAll(List.of(line.departments().split(",")));
        });
        return departments;
    }

    private LedgerLines.Line line() {
        return lines.of(CENTER, query(null), search.find(CENTER, query(null)).rows())
                .get(0);
    }

    private LedgerQuery query(String department) {
        return new LedgerQuery(
                number,
                null,
                department,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private List<String> departments() {
        return List.of("gongan", "shebao");
    }

    private Set<String> named(String text) {
        return departments().stream()
                .filter(department -> text.contains(name(department)))
                .collect(Collectors.toSet());
    }

    private String code(String name) {
        return departments().stream()
                .filter(department -> name(department).equals(name))
                .findFirst()
                .orElse(name);
    }

    private String name(String department) {
        return people.department(department).orElseThrow().name();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
