package org.tiyanguan.ledger.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.OnH2Too;
import org.tiyanguan.calendar.WorkCalendar;

/** The dashboard's figures against a slow computation over the same rows, and against the ledger that they lead to. */
@IntegrationTest
@OnH2Too
class DashboardTest {

    /** A Wednesday, so that bands of working days run over weekends. */
    private static final LocalDateTime NOW = LocalDateTime.parse("2026-03-18T15:20");

    private static final Pattern LINK =
            Pattern.compile("<a href=\"(/ledger\\?[^\"]*)\" title=\"(\\d+) 件\">([^<]*)</a>");

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Figures figures;

    @Autowired
    WorkCalendar calendar;

    private SlowFigures slow;

    @BeforeEach
    void many_entries() {
        ClockUtil.setCurrentTime(
                Date.from(NOW.atZone(ZoneId.of("Asia/Shanghai")).toInstant()));
        if (jdbc.sql("select count(*) from ledger_entry").query(Long.class).single() == 0)
            new RandomLedger(jdbc, NOW, 20260318).fill(400);
        slow = new SlowFigures(jdbc, calendar, NOW);
    }

    @AfterEach
    void reset_clock() {
        ClockUtil.reset();
    }

    static Stream<FigureScope> scopes() {
        return Stream.of(
                        "2025-04-01 2026-03-18",
                        "2026-01-01 2026-03-31",
                        "2025-12-31 2025-12-31",
                        "2020-01-01 2030-12-31",
                        "2025-07-15 2026-02-03")
                .map(days -> new Period(LocalDate.parse(days.split(" ")[0]), LocalDate.parse(days.split(" ")[1])))
                .flatMap(period ->
                        Stream.of(null, "gongan", "shichang").map(department -> new FigureScope(period, department)));
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void each_count_is_what_one_finds_by_looking_at_each_entry(FigureScope scope) {
        List<Figures.Count> found = figures.of(scope);

        Map<String, Long> counts = counts(found.stream()
                .filter(count -> !List.of(Figure.DAYS, Figure.DEPARTMENTS).contains(count.figure()))
                .toList());
        new Overview(found)
                .departments()
                .forEach((code, n) -> counts.put(SlowFigures.key("DEPARTMENT", code, null), n));
        assertThat(counts).isEqualTo(slow.counts(scope));
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void medians_and_90th_percentiles_are_those_of_the_sorted_days(FigureScope scope) {
        Overview overview = new Overview(figures.of(scope));

        slow.days(scope).forEach((step, days) -> {
            assertThat(overview.days(step).n()).as(step).isEqualTo(days.size());
            expect(overview.days(step).median(), SlowFigures.percentile(days, .5));
            expect(overview.days(step).ninetieth(), SlowFigures.percentile(days, .9));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gongan", "shichang"})
    void what_is_overdue_and_what_waits_is_what_one_finds_by_looking_at_each_entry(String code) {
        String department = code.isEmpty() ? null : code;

        assertThat(counts(figures.now(new FigureScope(Period.recent(NOW.toLocalDate()), department))))
                .isEqualTo(slow.now(department));
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void each_departments_standing_is_what_one_finds_by_looking_at_each_entry(FigureScope scope) {
        assertThat(figures.standings(scope.period())).isEqualTo(slow.standings(scope.period()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dashboard",
                "/dashboard?from=2026-01-01&to=2026-02-03&department=gongan",
                "/dashboard/league",
                "/dashboard/league?from=2020-01-01&to=2026-03-31"
            })
    void each_number_leads_to_exactly_the_entries_that_make_it_up(String path) throws Exception {
        String page = page(path);
        assertThat(page).doesNotContainPattern("<td class=\"end[^\"]*\"[^>]*>[0.]*[1-9][\\d.]*%?</td>");
        Map<String, String> links = new LinkedHashMap<>();
        Matcher link = LINK.matcher(page);
        while (link.find())
            assertThat(links.merge(link.group(1), link.group(2), (a, b) -> a)).isEqualTo(link.group(2));

        assertThat(links).hasSizeGreaterThan(25);
        for (Map.Entry<String, String> one : links.entrySet())
            assertThat(ledgerTotal(one.getKey())).as(one.getKey()).isEqualTo(one.getValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dashboard", "/dashboard?department=gongan", "/dashboard/league"})
    void an_empty_ledger_is_said_kindly(String path) throws Exception {
        RandomLedger.clear(jdbc);
        assertThat(page(path)).contains("这段时间没有可统计的反映").doesNotContain("NaN", "null", "/ledger?");
    }

    @Test
    void shares_are_of_those_that_were_judged() {
        Overview overview = new Overview(figures.of(new FigureScope(Period.year(LocalDate.parse("2026-01-01")), null)));
        Map<String, Long> slowly = slow.counts(new FigureScope(Period.year(LocalDate.parse("2026-01-01")), null));

        double onTime = slowly.get("TIMELY ON_TIME -");
        assertThat(overview.shareOnTime()).isEqualTo(onTime / (onTime + slowly.get("TIMELY LATE -")));
        double stars = 0;
        double rated = 0;
        for (int star = 1; star <= 5; star++) {
            stars += star * slowly.getOrDefault("RATING " + star + " -", 0L);
            rated += slowly.getOrDefault("RATING " + star + " -", 0L);
        }
        assertThat(overview.averageRating()).isEqualTo(stars / rated);
    }

    @Test
    void the_last_twelve_months_are_shown_unless_somebody_asks_for_others() throws Exception {
        assertThat(page("/dashboard")).contains("2025-04-01 至 2026-03-18", "全部单位", "制表时间 2026-03-18 15:20");
        assertThat(page("/dashboard?from=2026-01-01&to=2026-03-31&department=gongan"))
                .contains("2026年第1季度", "· 市公安局");
        assertThat(page("/dashboard?to=2025-12-31")).contains("2025年");
    }

    @ParameterizedTest
    @CsvSource({
        "from=yesterday, 请选择 2000 年到 2099 年之间的日期",
        "to=+999999999-12-31, 请选择 2000 年到 2099 年之间的日期",
        "from=1999-12-31, 请选择 2000 年到 2099 年之间的日期",
        "from=2026-02-01&to=2026-01-31, 结束日期不能早于开始日期",
        "department=nobody, 没有这个单位"
    })
    void what_cannot_be_shown_is_refused_at_its_field(String query, String sentence) throws Exception {
        MockHttpServletResponse answer = answer("center", "/dashboard?" + query);
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).contains(sentence, "aria-invalid=\"true\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dashboard/league?by=NOTHING", "/dashboard/league?from=2026-13-01"})
    void a_league_of_nothing_is_refused(String path) throws Exception {
        assertThat(answer("center-leader", path).getStatus()).isEqualTo(400);
    }

    @Test
    void only_the_centre_and_its_leader_see_it() throws Exception {
        for (String path : List.of(
                "/dashboard",
                "/dashboard/league",
                "/dashboard.js",
                "/webjars/echarts/5.3.1/dist/echarts.common.min.js")) {
            for (String role : List.of("center", "center-leader"))
                assertThat(answer(role, path).getStatus()).as(role + path).isEqualTo(200);
            for (String role : List.of("dept-gongan", "dept-gongan-head", "officer", "unit-zgh", "camunda-admin"))
                assertThat(answer(role, path).getStatus()).as(role + path).isEqualTo(403);
        }
    }

    @Test
    void the_library_that_draws_is_fetched_once() throws Exception {
        Matcher script = Pattern.compile("<script src=\"(/webjars/[^\"]*)\"").matcher(page("/dashboard"));
        assertThat(script.find()).isTrue();
        MockHttpServletResponse library = answer("center", script.group(1));
        assertThat(library.getHeader(HttpHeaders.CACHE_CONTROL)).contains("max-age=31536000", "immutable", "private");
        assertThat(library.getContentAsString(StandardCharsets.UTF_8))
                .contains("Licensed to the Apache Software Foundation");
    }

    private static Map<String, Long> counts(List<Figures.Count> found) {
        Map<String, Long> counts = new TreeMap<>();
        for (Figures.Count count : found)
            if (count.n() > 0)
                assertThat(counts.put(SlowFigures.key(count.figure().name(), count.what(), count.other()), count.n()))
                        .isNull();
        return counts;
    }

    private static void expect(Double found, Double expected) {
        if (expected == null) assertThat(found).isNull();
        else assertThat(found).isCloseTo(expected, within(1e-6));
    }

    private String ledgerTotal(String link) throws Exception {
        Matcher total = Pattern.compile("共 <b>(\\d+)</b> 件").matcher(page(link.replace("&amp;", "&")));
        return total.find() ? total.group(1) : "none";
    }

    private String page(String path) throws Exception {
        MockHttpServletResponse answer = answer("center", path);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse answer(String role, String path) throws Exception {
        return mvc.perform(get(URI.create(path)).with(user("somebody").authorities(new SimpleGrantedAuthority(role))))
                .andReturn()
                .getResponse();
    }
}
