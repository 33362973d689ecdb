package org.tiyanguan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.tiyanguan.notification.Notices;

/** The demo as a visitor starts it: on H2, without a mail server. */
@OwnProgram
@IntegrationTest
@ContextConfiguration(initializers = TestDatabase.H2.class)
@ActiveProfiles("demo")
@ExtendWith(OutputCaptureExtension.class)
@DirtiesContext
class DemoContentTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    IdentityService identity;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Notices notices;

    @Autowired
    ManagementService management;

    @Test
    void the_demo_shows_sixty_entries_over_fourteen_months_in_every_state_some_overdue() {
        assertThat(count("select count(*) from ledger_entry")).isGreaterThanOrEqualTo(60);
        assertThat(list("select distinct state from ledger_entry"))
                .containsExactlyInAnyOrder("TRIAGE", "ASSIGN", "RECTIFY", "VERIFY", "CONFIRM", "MERGED", "CLOSED");
        assertThat(list("select distinct state from rectification_part"))
                .contains("ACCEPT", "RECTIFY", "DONE", "SENT_BACK");
        assertThat(list("select distinct card from rectification_part where card is not null"))
                .containsExactlyInAnyOrder("YELLOW", "RED");
        assertThat(count("select count(*) from rectification_part where state in ('ACCEPT', 'RECTIFY') "
                        + "and deadline < current_timestamp"))
                .isPositive();
        assertThat(count("select count(*) from ledger_event where at > current_timestamp + interval '1' minute"))
                .isZero();
    }

    @Test
    void what_everybody_reads_names_nobody_and_counts_nothing_small() {
        Map<String, String> pages = PublicPages.read(port);
        assertThat(pages.keySet())
                .contains(
                        "/practices",
                        "/practices.atom",
                        "/annual/" + LocalDate.now().minusYears(1).getYear(),
                        "/figures",
                        "/figures/month.csv?year="
                                + LocalDate.now().minusMonths(1).getYear());
        List<String> people = identity.createUserQuery().list().stream()
                .map(user -> user.getLastName() + user.getFirstName())
                .toList();
        assertThat(people).contains("周晓明");
        pages.forEach((path, text) -> {
            assertThat(text)
                    .as(path)
                    .doesNotContainPattern("(?<!\\d)1[3-9]\\d{9}(?!\\d)")
                    .doesNotContainPattern("officer\\d");
            // The public notice (公示) is there to name those who will be appointed.
            if (!path.startsWith("/calls/")) assertThat(people).as(path).noneMatch(text::contains);
            if (path.startsWith("/figures"))
                assertThat(text).as(path).doesNotContainPattern("<td class=\"end\">[1-4]</td>|,[1-4][,\r\n]");
        });
    }

    @Test
    void the_readmes_clerk_has_work_of_each_kind() {
        assertThat(list("select distinct state from rectification_part where department = 'gongan'"))
                .containsExactlyInAnyOrder("ACCEPT", "RECTIFY", "DONE", "SENT_BACK");
        String own = "select count(*) from rectification_part where department = 'gongan' and ";
        assertThat(count(own + "state = 'RECTIFY' and round > 1")).isEqualTo(1);
        assertThat(count(own + "extension = 'ASKED'")).isEqualTo(1);
        assertThat(count(own + "state = 'RECTIFY' and card is not null")).isEqualTo(1);
        assertThat(list(
                        "select distinct task_def_key_ from act_ru_task t join act_ru_identitylink l on l.task_id_ = t.id_ "
                                + "where l.group_id_ = 'dept-gongan'"))
                .containsExactlyInAnyOrder("department-accept", "department-rectify");
    }

    @Test
    void most_departments_have_enough_ratings_to_be_ranked() {
        assertThat(list("select department from (select distinct p.department, e.number from ledger_entry e "
                        + "join rectification_part p on p.number = e.number where e.rating is not null and e.reported_at > current_timestamp - interval '11' month) "
                        + "as rated group by department having count(*) >= 10"))
                .hasSizeGreaterThanOrEqualTo(6);
    }

    @Test
    void what_was_told_lately_is_unread_and_nothing_older() {
        assertThat(count("select count(*) from notice where recipient = 'center' and read_at is null"))
                .isBetween(8L, 20L);
        assertThat(count("select count(*) from notice where recipient = 'center'"))
                .isGreaterThan(100);
        assertThat(list(
                        "select recipient from notice where recipient is not null and recipient not like 'center%' and read_at is null "
                                + "group by recipient having count(*) > 10"))
                .isEmpty();
        assertThat(count("select count(*) from notice where recipient = 'gongan' and read_at is null"))
                .isPositive();
    }

    @Test
    void its_officers_have_every_grade_one_objects_one_resigned_and_one_leaves_soon() {
        assertThat(list("select distinct grade from officer_review where grade is not null"))
                .containsExactlyInAnyOrder("EXCELLENT", "GOOD", "PASS", "FAIL", "NONE");
        assertThat(list("select account from officer_review where objection is not null and closed_at is null"))
                .containsExactly("officer6");
        assertThat(list("select account from officer_term where ended_as = 'RESIGNED'"))
                .containsExactly("officer9");
        assertThat(list("select account from officer_review where cause = 'TERM' and closed_at is null"))
                .containsExactly("officer10");
    }

    @Test
    void last_years_summary_is_out_with_its_meeting_and_this_years_is_drafted() {
        assertThat(list("select state from annual_version order by number")).containsExactly("ISSUED", "DRAFT");
        assertThat(count("select count(*) from annual_summary where meeting_held"))
                .isEqualTo(1);
        assertThat(count("select count(*) from annual_opinion where adoption = 'ADOPTED'"))
                .isEqualTo(2);
        assertThat(list("select distinct task_def_key_ from act_ru_task where task_def_key_ like 'center-%report'"))
                .containsExactly("center-draft-report");
    }

    @Test
    void one_event_was_held_one_waits_for_the_officer_and_one_was_cancelled() {
        assertThat(list("select state from event where kind <> 'SUMMARY' order by state"))
                .containsExactly("CANCELLED", "CLOSED", "INVITED");
        String invited = "select count(*) from event_invitation i join event e on e.number = i.event "
                + "where e.kind <> 'SUMMARY' and e.state = 'CLOSED'";
        assertThat(count(invited + " and attendance = 'PRESENT'")).isEqualTo(9);
        assertThat(count(invited)).isEqualTo(10);
        assertThat(count("select count(*) from event_opinion")).isEqualTo(5);
        assertThat(count("select count(*) from event_opinion where ledger is not null"))
                .isEqualTo(3);
        assertThat(
                        list(
                                "select task_def_key_ from act_ru_task where assignee_ = 'officer' and task_def_key_ like '%event'"))
                .containsExactly("officer-reply-event");
    }

    @Test
    void one_entry_came_back_and_one_was_looked_back_on_and_found_good() {
        assertThat(list("select look_back from ledger_entry where look_back is not null"))
                .containsExactly("GONE");
        assertThat(list("select state from ledger_entry where relapse_of is not null"))
                .containsExactly("RECTIFY");
    }

    @Test
    void three_practices_are_public_one_was_withdrawn_and_one_came_back() {
        String open = "published_at is not null and withdrawn_at is null";
        assertThat(count("select count(*) from practice where " + open)).isEqualTo(3);
        assertThat(list("select state from practice where not (" + open + ") order by state"))
                .containsExactly("NOMINATED", "WITHDRAWN");
        assertThat(list("select p.title from practice p join practice_adoption a on a.practice = p.number where " + open
                        + " and a.answer is not null group by p.title having count(*) = 6"))
                .containsExactly("查询登录问题一次说清");
        assertThat(list("select p.title from practice p join practice_relapse r on r.practice = p.number where "
                        + open))
                .containsExactly("按取号数增开窗口");
        assertThat(count("select count(*) from act_ru_task where task_def_key_ = 'center-look-at-relapse'"))
                .isOne();
        assertThat(count("select count(*) from case_history where at > current_timestamp + interval '1' minute"))
                .isZero();
    }

    @Test
    void its_people_have_addresses() {
        assertThat(count("select count(*) from act_id_user where email_ is null"))
                .isZero();
    }

    @Test
    void its_entries_are_about_different_topics() {
        assertThat(count("select count(*) from ledger_entry where topic is null and state <> 'TRIAGE'"))
                .isZero();
        assertThat(list("select distinct topic from ledger_entry where topic is not null"))
                .hasSizeGreaterThanOrEqualTo(6)
                .doesNotContain("OTHER");
    }

    @Test
    void what_officers_reported_says_as_what_they_were_appointed() {
        assertThat(list("select distinct category from ledger_entry where channel in ('OFFICER', 'MEETING')"))
                .hasSizeGreaterThan(1)
                .doesNotContainNull();
        assertThat(
                        count(
                                "select count(*) from ledger_entry where channel not in ('OFFICER', 'MEETING') and category is not null"))
                .isZero();
    }

    @Test
    void every_open_entry_has_a_running_case_and_no_old_mail_waits() {
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("rectification")
                        .count())
                .isEqualTo(count("select count(*) from ledger_entry where state <> 'CLOSED'"));
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("notice")
                        .count())
                .isZero();
    }

    @Test
    void there_are_departments_units_and_officers() {
        assertThat(identity.createGroupQuery().groupType("DEPARTMENT").count()).isGreaterThanOrEqualTo(6);
        assertThat(identity.createGroupQuery().groupType("UNIT").count()).isEqualTo(3);
        assertThat(identity.createUserQuery().memberOfGroup("officer").count()).isEqualTo(10);
    }

    @Test
    void the_officers_were_appointed_and_another_recruitment_is_open() {
        assertThat(list("select account from officer")).hasSize(10).contains("officer", "officer2");
        assertThat(list("select state from recruitment_call order by number")).containsExactly("ENDED", "OPEN");
        assertThat(list("select distinct state from application"))
                .containsExactlyInAnyOrder(
                        "CHECK", "COMPLETION", "DECISION", "SHORTLIST", "APPOINTED", "REFUSED", "LAPSED");
        assertThat(count("select count(*) from application where erased_at is not null"))
                .isEqualTo(2);
        assertThat(count("select count(*) from recruitment_event where at > current_timestamp + interval '1' minute"))
                .isZero();
    }

    @Test
    void there_are_assignments_in_every_state_with_records_drafts_and_photos() {
        assertThat(list("select distinct state from assignment"))
                .containsExactlyInAnyOrder("PLAN", "RUNNING", "ENDED", "WITHDRAWN");
        assertThat(list("select distinct state from visit"))
                .containsExactlyInAnyOrder("INVITED", "ACCEPTED", "DECLINED", "SENT", "LAPSED", "WITHDRAWN");
        assertThat(list("select distinct state from experience_record")).containsExactlyInAnyOrder("DRAFT", "SENT");
        String finding = jdbc.sql("select ledger from record_finding")
                .query(String.class)
                .single();
        assertThat(jdbc.sql("select side from evidence where number = ?")
                        .param(finding)
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("officer", "dept-shebao");
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("experience")
                        .count())
                .isEqualTo(count("select count(*) from assignment where state in ('PLAN', 'RUNNING')"));
    }

    @Test
    void without_a_mail_server_mails_are_written_to_the_log(CapturedOutput output) {
        notices.toAddress("somebody@example.com", "answer", "TYG-2026-000077", Map.of("answer", "已增开窗口"));
        management
                .createJobQuery()
                .processDefinitionKey("notice")
                .list()
                .forEach(job -> management.executeJob(job.getId()));
        assertThat(output).contains("未设置邮件服务器", "somebody@example.com", "TYG-2026-000077 答复", "已增开窗口");
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private List<String> list(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
