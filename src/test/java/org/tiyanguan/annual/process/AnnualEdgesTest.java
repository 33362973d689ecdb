package org.tiyanguan.annual.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.Acting;
import org.tiyanguan.AtTime;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.annual.AnnualList;
import org.tiyanguan.annual.AnnualOpinions;
import org.tiyanguan.annual.FrozenFigures;
import org.tiyanguan.annual.FrozenFigures.Difference;
import org.tiyanguan.annual.Listed;
import org.tiyanguan.annual.ReportTexts;
import org.tiyanguan.annual.SavedMeanwhile;
import org.tiyanguan.annual.SavedText;
import org.tiyanguan.annual.Section;
import org.tiyanguan.annual.Summing;
import org.tiyanguan.annual.Version;
import org.tiyanguan.annual.YearLedger;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.ledger.figures.YearFigures;
import org.tiyanguan.ledger.figures.YearFigures.Table;

/** What is refused, what changes after the figures were frozen, and what two people do at once. */
@IntegrationTest
@AtTime("2026-12-01T09:00:00")
class AnnualEdgesTest {

    @Autowired
    Summing summing;

    @Autowired
    YearLedger ledger;

    @Autowired
    AnnualWork work;

    @Autowired
    FrozenFigures figures;

    @Autowired
    ReportTexts reports;

    @Autowired
    AnnualOpinions opinions;

    @Autowired
    AnnualList list;

    @Autowired
    IdentityService identity;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void a_year_with_entries() {
        summing.afresh();
        ledger.empty();
        ledger.entries("gongan", 12, 5);
    }

    // ---- refused

    @Test
    void nothing_is_issued_that_the_leader_has_not_approved() {
        summing.submitted();
        assertThatThrownBy(() -> work.issue(Summing.NUMBER)).hasMessage("报告还没有审定，不能发布");
    }

    @Test
    void nothing_is_issued_while_an_opinion_or_a_contest_has_no_answer() {
        summing.ready();
        long asked = opinions.of(Summing.NUMBER).get(0).id();
        opinions.say(asked, "后来补写的意见");
        assertThatThrownBy(() -> summing.complete("leader", "leader-issue", Map.of("release", "ISSUE")))
                .hasMessage("还有体验官的意见没有答复，不能发布");
        jdbc.sql("update annual_opinion set text = null where id = ?")
                .param(asked)
                .update();
        jdbc.sql("""
                        insert into annual_contest (check_id, ledger, reason, contested_at)
                        select min(id), 'TYG-2026-000001', '不对', current_timestamp from annual_check""").update();
        assertThatThrownBy(() -> summing.complete("leader", "leader-issue", Map.of("release", "ISSUE")))
                .hasMessage("还有窗口单位的异议没有答复，不能发布");
    }

    @ParameterizedTest
    @CsvSource({
        "感谢周晓明的辛勤工作。, 第 1 段, 周晓明",
        "'一切顺利。\n请联系 13800138000。', 第 2 段, 13800138000",
        "'一切顺利。\n\n陈桂芳等体验官参加了座谈。', 第 3 段, 陈桂芳"
    })
    void a_name_or_a_phone_is_refused_at_its_field_with_its_place(String text, String place, String trace) {
        summing.opened();
        assertThatThrownBy(() -> summing.saves(Section.WORK, text))
                .hasMessageContaining(place)
                .hasMessageContaining(trace)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("text-WORK"));
    }

    // ---- two at once

    @Test
    void who_saves_over_what_they_have_not_seen_is_shown_both_texts() {
        summing.opened();
        Version version = summing.version();
        int seen = reports.of(version).get(Section.NEXT).revision();
        summing.saves(Section.NEXT, "第一位写的。");
        assertThatThrownBy(() -> acting.as("center", () -> {
                    reports.save(2026, version, Map.of(Section.NEXT, new ReportTexts.Edit(seen, "第二位写的。")));
                    return null;
                }))
                .isInstanceOf(SavedMeanwhile.class);
        assertThat(reports.revisions(version).stream()
                        .filter(one -> one.section() == Section.NEXT)
                        .map(SavedText::text))
                .hasSize(2)
                .last()
                .isEqualTo("第一位写的。");
    }

    // ---- afterwards

    @Test
    void what_changes_after_freezing_is_shown_as_a_difference_and_changes_no_figure() {
        summing.opened();
        assertThat(figures.differences(summing.version(), 2026)).isEmpty();
        ledger.entry("gongan", 5, true, null);
        assertThat(figures.tables(summing.version())
                        .get(0)
                        .rows()
                        .get(0)
                        .values()
                        .get(0)
                        .text())
                .isEqualTo("12");
        assertThat(figures.differences(summing.version(), 2026))
                .extracting(Difference::table, Difference::row, Difference::frozen, Difference::now)
                .contains(tuple("key", "反映（件）", "12", "13"), tuple("department", "市公安局", "12", "13"));
    }

    @Test
    void a_department_keeps_the_name_that_it_had() {
        summing.opened();
        rename("dept-gongan", "市公安和交通局");
        try {
            assertThat(departments().rows().get(0).label()).isEqualTo("市公安局");
            assertThat(figures.differences(summing.version(), 2026)).isEmpty();
            assertThat(summing.view(summing.check("gongan"))).contains("市公安局").doesNotContain("市公安和交通局");
            summing.gathered();
            assertThat(list.of(Summing.NUMBER)).extracting(Listed::name).contains("市公安局");
        } finally {
            rename("dept-gongan", "市公安局");
        }
    }

    @Test
    void a_year_without_entries_says_so_and_has_no_list() {
        ledger.empty();
        summing.opened();
        assertThat(reports.of(summing.version()).get(Section.WORK).text()).isEqualTo("2026年没有收到体验官反映的问题和建议。");
        assertThat(figures.tables(summing.version())).extracting(Table::id).containsExactly("key");
        assertThat(summing.view(summing.check("gongan"))).contains("\"figures\":[]");
        summing.gathered();
        assertThat(list.counting(Summing.NUMBER)).isEmpty();
        assertThat(list.of(Summing.NUMBER)).extracting(Listed::reason).containsOnly("不足 10 件，不排名");
        summing.approves();
        assertThat(summing.version().approvedAt()).isNotNull();
    }

    @Test
    void what_nobody_has_edited_follows_the_figures_when_they_are_counted_again() {
        String number = ledger.entry("gongan", 5, false, null);
        summing.opened();
        summing.saves(Section.NEXT, "明年再看。");
        assertThat(reports.of(summing.version()).get(Section.RESULTS).text()).contains("92.3%");
        summing.contests("gongan", number, "停电一天，应当顺延");
        jdbc.sql("update rectification_part set deadline = done_at where number = ?")
                .param(number)
                .update();
        summing.answers("CORRECTED");
        summing.gathered();
        Map<Section, SavedText> now = reports.of(summing.version());
        assertThat(now.get(Section.RESULTS).text()).contains("100.0%");
        assertThat(now.get(Section.NEXT).text()).isEqualTo("明年再看。");
    }

    private Table departments() {
        return figures.tables(summing.version()).stream()
                .filter(one -> one.id().equals(YearFigures.DEPARTMENTS))
                .findFirst()
                .orElseThrow();
    }

    private void rename(String id, String name) {
        Group group = identity.createGroupQuery().groupId(id).singleResult();
        group.setName(name);
        identity.saveGroup(group);
    }
}
