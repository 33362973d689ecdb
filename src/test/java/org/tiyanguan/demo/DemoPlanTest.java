package org.tiyanguan.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the demo plans at each hour of three years, with Spring Festivals, moved days and a leap day; nothing runs. */
class DemoPlanTest {

    private static final LocalDateTime FIRST = LocalDate.of(2026, 1, 1).atStartOfDay();
    private static final LocalDateTime END = LocalDate.of(2029, 1, 1).atStartOfDay();
    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(17, 30);

    /** Working days for a confirmation, as configured. */
    private static final int CONFIRM_DAYS = 5;

    private static final DmnEngine DECISIONS =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    private static final Map<LocalDate, String> KINDS = new HashMap<>();
    private static final Predicate<LocalDate> WORKDAY = day -> {
        String kind = KINDS.get(day);
        return kind == null ? day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 : kind.equals("workday");
    };

    private static final Map<String, Integer> DAYS = new HashMap<>();

    /** Each plan at the first and at the last hour in which it is made. */
    private static final List<Plan> PLANS = new ArrayList<>();

    private record Plan(LocalDateTime present, DemoDays days, List<DemoCase> cases) {}

    @BeforeAll
    static void read() throws IOException {
        try (InputStream list = DemoPlanTest.class.getResourceAsStream("/calendar/cn-public-holidays-2022-2026.csv")) {
            new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .forEach(line -> KINDS.put(LocalDate.parse(line[0]), line[1]));
        }
        try (InputStream table = DemoPlanTest.class.getResourceAsStream("/processes/rectification-deadline.dmn")) {
            DmnDecision deadlines = DECISIONS.parseDecision("rectification-deadline", table);
            for (String kind : List.of("PROBLEM", "SUGGESTION"))
                for (String urgency : List.of("NORMAL", "URGENT", "CRITICAL"))
                    DAYS.put(
                            kind + urgency,
                            DECISIONS
                                    .evaluateDecisionTable(
                                            deadlines,
                                            Variables.putValue("kind", kind)
                                                    .putValue("urgency", urgency)
                                                    .putValue("needsOthers", false))
                                    .getSingleResult()
                                    .getEntry("rectifyDays"));
        }
        plan();
    }

    private static void plan() {
        Plan plan = null;
        for (LocalDateTime present = FIRST; present.isBefore(END); present = present.plusHours(1)) {
            DemoDays days = DemoDays.before(present, WORKDAY, OPENS, CLOSES);
            if (plan != null && days.equals(plan.days)) {
                plan = new Plan(present, days, plan.cases);
                continue;
            }
            if (plan != null) PLANS.add(plan);
            plan = new Plan(present, days, DemoContent.cases(days));
            PLANS.add(plan);
        }
        PLANS.add(plan);
    }

    @Test
    void nothing_lies_ahead_and_one_thing_follows_the_other() {
        always(plan -> plan.cases.forEach(one -> {
            LocalDateTime before = LocalDateTime.MIN;
            for (DemoCase.Act act : one.acts()) {
                if (act.at().isBefore(before)
                        || act.at().isAfter(plan.present)
                        || !WORKDAY.test(act.at().toLocalDate())) fail(act.toString());
                before = act.at();
            }
        }));
    }

    @Test
    void the_ledger_is_in_every_state_over_fourteen_months() {
        always(plan -> {
            Set<String> states = new TreeSet<>();
            for (DemoCase one : ledger(plan)) states.add(state(one, plan.present));
            assertThat(states)
                    .containsExactly(
                            "ACCEPT",
                            "ASSIGN",
                            "CLOSED",
                            "CONFIRM",
                            "EXTEND",
                            "MERGED",
                            "RECTIFY",
                            "REWORK",
                            "SENT_BACK",
                            "TRIAGE",
                            "VERIFY");
            assertThat(ledger(plan).stream()
                            .map(DemoPlanTest::begun)
                            .min(LocalDateTime::compareTo)
                            .orElseThrow())
                    .isBetween(plan.present.minusMonths(15), plan.present.minusMonths(13));
        });
    }

    @Test
    void of_what_departments_have_some_is_overdue_without_a_card_and_with_either() {
        always(plan -> assertThat(ledger(plan).stream()
                        .filter(one -> state(one, plan.present).matches("ACCEPT|RECTIFY"))
                        .map(one -> lateness(one, plan.present))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("IN_TIME", "OVERDUE", "YELLOW", "RED"));
    }

    @Test
    void the_first_department_has_work_of_each_kind() {
        always(plan -> assertThat(ledger(plan).stream()
                        .filter(one -> last(one).form().containsValue("gongan")
                                || one.acts().stream()
                                        .anyMatch(act -> act.form().containsValue("gongan")))
                        .map(one -> state(one, plan.present))
                        .collect(Collectors.toSet()))
                .contains("ACCEPT", "RECTIFY", "REWORK", "EXTEND", "SENT_BACK", "VERIFY", "CONFIRM"));
    }

    @Test
    void most_departments_are_ranked_by_ratings_that_differ() {
        always(plan -> {
            LocalDate since = plan.present.toLocalDate().withDayOfMonth(1).minusMonths(11);
            Map<String, List<Integer>> ratings = ledger(plan).stream()
                    .filter(one -> !begun(one).toLocalDate().isBefore(since)
                            && last(one).form().containsKey("rating"))
                    .collect(Collectors.groupingBy(
                            DemoPlanTest::department,
                            Collectors.mapping(
                                    one -> Integer.valueOf(
                                            last(one).form().get("rating").toString()),
                                    Collectors.toList())));
            List<Double> averages = ratings.values().stream()
                    .filter(some -> some.size() >= 10)
                    .map(some ->
                            some.stream().mapToInt(Integer::intValue).average().orElseThrow())
                    .toList();
            assertThat(averages).hasSize(7);
            assertThat(new HashSet<>(averages)).hasSizeGreaterThan(4);
        });
    }

    @Test
    void one_call_is_open_and_an_officer_is_on_the_way() {
        always(plan -> {
            assertThat(ends(plan, "center-draft-call", "closesOn"))
                    .hasSize(2)
                    .anyMatch(end -> end.isAfter(plan.present.plusWeeks(1)))
                    .anyMatch(end -> end.isBefore(plan.present.minusMonths(12)));
            assertThat(ends(plan, "center-plan-assignment", "lastDay"))
                    .anyMatch(end -> end.isAfter(plan.present))
                    .anyMatch(end -> end.isBefore(plan.present));
        });
    }

    private static void always(Consumer<Plan> check) {
        for (Plan plan : PLANS) {
            try {
                check.accept(plan);
            } catch (AssertionError e) {
                throw new AssertionError("at " + plan.present + ": " + e.getMessage(), e);
            }
        }
    }

    private static List<DemoCase> ledger(Plan plan) {
        return plan.cases.stream()
                .filter(one -> one.process().equals("rectification")
                        && one.acts().get(0).name().equals("begin"))
                .toList();
    }

    private static LocalDateTime begun(DemoCase one) {
        return one.acts().get(0).at();
    }

    private static DemoCase.Act last(DemoCase one) {
        return one.acts().get(one.acts().size() - 1);
    }

    private static String department(DemoCase one) {
        return one.acts().stream()
                .filter(act -> act.name().equals("center-assign"))
                .map(act -> act.form().get("department1").toString())
                .findFirst()
                .orElseThrow();
    }

    /** Where the last act leaves the case. */
    private static String state(DemoCase one, LocalDateTime present) {
        DemoCase.Act last = last(one);
        String said = Stream.of("triage", "acceptance", "progress", "verification", "confirmation")
                .filter(last.form()::containsKey)
                .map(field -> last.form().get(field).toString())
                .findFirst()
                .orElse("");
        boolean byOfficer = one.acts().get(0).form().get("channel").equals("OFFICER");
        return switch (last.name() + " " + said) {
            case "begin " -> "TRIAGE";
            case "center-triage ACCEPT" -> "ASSIGN";
            case "center-triage MERGE" -> "MERGED";
            case "center-assign " -> "ACCEPT";
            case "department-accept ACCEPT" -> "RECTIFY";
            case "department-accept SEND_BACK" -> "SENT_BACK";
            case "department-rectify EXTEND" -> "EXTEND";
            case "department-rectify DONE" -> "VERIFY";
            case "center-verify REWORK" -> "REWORK";
            case "center-verify GOOD" ->
                byOfficer && deadline(last.at(), CONFIRM_DAYS).isAfter(present) ? "CONFIRM" : "CLOSED";
            case "center-triage ANSWER", "officer-confirm CONFIRM" -> "CLOSED";
            default -> throw new AssertionError(last);
        };
    }

    private static String lateness(DemoCase one, LocalDateTime present) {
        Map<String, Object> report = one.acts().get(0).form();
        int days = DAYS.get(report.get("kind").toString() + report.get("urgency"));
        LocalDateTime assigned = one.acts().stream()
                .filter(act -> act.name().equals("center-assign"))
                .findFirst()
                .orElseThrow()
                .at();
        if (!deadline(assigned, days + 3).isAfter(present)) return "RED";
        if (!deadline(assigned, days + 1).isAfter(present)) return "YELLOW";
        return deadline(assigned, days).isAfter(present) ? "IN_TIME" : "OVERDUE";
    }

    private static LocalDateTime deadline(LocalDateTime from, int workdays) {
        return Stream.iterate(from.toLocalDate().plusDays(1), day -> day.plusDays(1))
                .filter(WORKDAY)
                .skip(workdays - 1L)
                .findFirst()
                .orElseThrow()
                .atTime(CLOSES);
    }

    private static List<LocalDateTime> ends(Plan plan, String task, String field) {
        return plan.cases.stream()
                .flatMap(one -> one.acts().stream())
                .filter(act -> act.name().equals(task))
                .map(act -> LocalDate.parse(act.form().get(field).toString()).atTime(CLOSES))
                .toList();
    }
}
