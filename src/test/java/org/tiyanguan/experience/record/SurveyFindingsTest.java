package org.tiyanguan.experience.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.AtTime;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.TestMail;
import org.tiyanguan.experience.Experiencing;
import org.tiyanguan.experience.SurveyAnswer;
import org.tiyanguan.experience.Surveys;
import org.tiyanguan.experience.Visit;
import org.tiyanguan.notification.NoticeMails;
import org.tiyanguan.notification.Notices;
import org.tiyanguan.recruitment.site.Visitor;

/** The way from what somebody answers in a survey to the mail that tells them what became of it. */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
class SurveyFindingsTest {

    private static final String ADDRESS = "wang@example.org";

    @LocalServerPort
    int port;

    @Autowired
    Experiencing experiencing;

    @Autowired
    Surveys surveys;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Notices notices;

    @Autowired
    ReportingOfficer officer;

    @Autowired
    Visitor visitor;

    private final GreenMail mail = TestMail.emptyServer();

    private Visit visit;
    private String task;

    @BeforeEach
    void ask() {
        visit = experiencing.surveying("officer");
        task = "/officer/tasks/" + visit.id();
    }

    @Test
    void an_answer_becomes_a_finding_and_who_wished_it_hears_the_outcome_once() throws Exception {
        answer("办证排队两个小时", ADDRESS);
        answer("网站打不开", "li@example.org");
        answer("都挺好", "");
        SurveyAnswer quoted = quote("办证排队两个小时");
        String page = officer.get(task).body();
        assertThat(page)
                .contains("/surveys/" + surveys.token(visit.id()).orElseThrow(), "<svg", "收到 3 份，其中 2 份希望得到答复")
                .contains("办证排队两个小时", "写成问题或建议")
                .doesNotContain(ADDRESS);
        String number = sent(quoted);
        assertThat(surveys.find(visit.id(), quoted.id()).orElseThrow().finding())
                .isEqualTo(number);
        assertThat(officer.get(task).body()).contains("收到 3 份").doesNotContain("/surveys/");
        mails();
        assertThat(mailsTo("li@example.org"))
                .singleElement()
                .asString()
                .contains("营商环境社会调查", "没有单独立案办理")
                .doesNotContain("周晓明");
        assertThat(mailsTo(ADDRESS)).isEmpty();

        String center = Browser.of(port, "center")
                .get("/assignments/" + visit.assignment())
                .body();
        assertThat(center).contains("收到 3 份，其中 2 份希望得到答复", "办证排队两个小时", number).doesNotContain(ADDRESS);
        mend(number);
        mails();
        assertThat(mailsTo(ADDRESS))
                .singleElement()
                .asString()
                .contains("您反映的情况有了结果", "窗口已增开两个")
                .doesNotContain("周晓明", "officer");
        assertThat(surveys.waitingFor(number))
                .as("addresses that are still kept")
                .isEmpty();
        assertThat(surveys.counts(visit.id()).wishes()).isEqualTo(2);
    }

    @Test
    void no_department_learns_who_answered_or_who_asked() {
        answer("办证排队两个小时，我的电话13912345678", ADDRESS);
        String number = sent(quote("办证排队两个小时，我的电话〔电话〕"));
        experiencing.complete(
                "center", number, "center-triage", Map.of("triage", "ACCEPT", "triageReason", "情况属实，予以受理"));
        experiencing.complete(
                "center", number, "center-assign", Map.of("department1", "gongan", "instruction1", "请整改窗口排队"));
        Browser department = Browser.of(port, "gongan");
        for (String path : List.of(
                "/ledger", "/ledger/" + number, "/ledger.csv", "/notices", "/assignments/" + visit.assignment(), task))
            assertThat(department.get(path).body()).as(path).doesNotContain(ADDRESS, "13912345678", "周晓明");
        assertThat(department.get("/ledger/" + number).body()).contains("办证排队两个小时");
        assertThat(department.get("/assignments/" + visit.assignment()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void an_answer_is_made_a_finding_of_once_and_only_by_the_officer_who_asked() {
        answer("办证排队两个小时", ADDRESS);
        SurveyAnswer quoted = quote("办证排队两个小时");
        Map<String, String> form = quoting(quoted.id());
        assertThat(form).containsEntry("f1-description", "办证排队两个小时").containsEntry("f1-answer", "" + quoted.id());
        form.put("act", "quote-" + quoted.id());
        officer.send(task, form);
        assertThat(officer.get(task).body()).contains("已写在下面的").doesNotContain("data-finding=\"2\"");
        form = quoting(quoted.id() + 1000);
        assertThat(form).doesNotContainKey("f2-answer");

        Visit others = experiencing.surveying("officer2");
        assertThat(surveys.find(others.id(), quoted.id())).isEmpty();
        assertThat(Browser.of(port, "officer2").get(task).statusCode()).isEqualTo(404);
    }

    @Test
    void a_finding_that_is_emptied_again_is_gone_though_it_was_made_of_an_answer() {
        answer("办证排队两个小时", "");
        Map<String, String> form = quoting(quote("办证排队两个小时").id());
        form.put("f1-description", "");
        form.put("act", "draft");
        officer.send(task, form);
        assertThat(officer.get(task).body()).doesNotContain("data-finding=\"1\"");
    }

    @Test
    void who_wished_an_answer_hears_when_the_visit_ends_without_a_record() throws Exception {
        answer("网站打不开", ADDRESS);
        experiencing.timePassesTo(visit.assignment(), "2026-03-11T00:00:00");
        mails();
        assertThat(mailsTo(ADDRESS)).singleElement().asString().contains("已计入调查结果");
        assertThat(surveys.waitingWithout(visit.id())).isEmpty();
        notices.forgetMailed(List.of("survey-noted"), LocalDateTime.parse("2026-03-11T00:00:00"));
        assertThat(addressesInNotices()).as("before the time").isEqualTo(1);
        notices.forgetMailed(List.of("survey-noted"), LocalDateTime.parse("2026-03-11T00:00:01"));
        assertThat(addressesInNotices()).isZero();
    }

    // ----

    private int addressesInNotices() {
        return jdbc.sql("select count(*) from notice where template = 'survey-noted' and address = ?")
                .param(ADDRESS)
                .query(Integer.class)
                .single();
    }

    private void answer(String text, String email) {
        String path = "/surveys/" + surveys.token(visit.id()).orElseThrow();
        String token = Visitor.token(visitor.get(path).getBody());
        assertThat(visitor.post(path, Map.of("token", token, "rating-0", "3", "text", text, "email", email))
                        .getStatusCode()
                        .value())
                .isEqualTo(302);
    }

    private SurveyAnswer quote(String text) {
        return surveys.quotes(visit.id(), 9).stream()
                .filter(one -> text.equals(one.text()))
                .findFirst()
                .orElseThrow();
    }

    /** Presses the button of the answer, and returns what the page then has. */
    private Map<String, String> quoting(long answer) {
        Map<String, String> form = RecordForms.fields(officer.get(task).body());
        form.put("act", "quote-" + answer);
        assertThat(RecordForms.location(officer.send(task, form))).endsWith(task);
        return new HashMap<>(RecordForms.fields(officer.get(task).body()));
    }

    /** The officer completes the finding and sends the record; the ledger number. */
    private String sent(SurveyAnswer quoted) {
        Map<String, String> form = quoting(quoted.id());
        Experiencing.finding(1).forEach((field, value) -> {
            if (!field.equals("f1-description")) form.put(field, value);
        });
        for (int item = 0; item < 3; item++) form.put("rating-" + item, "3");
        form.putAll(Map.of("act", "send", "sure", "yes"));
        List<String> before = officer.numbers();
        assertThat(RecordForms.location(officer.send(task, form))).endsWith("/officer");
        List<String> numbers = new ArrayList<>(officer.numbers());
        numbers.removeAll(before);
        assertThat(numbers).hasSize(1);
        return numbers.get(0);
    }

    private void mend(String number) {
        experiencing.complete(
                "center", number, "center-triage", Map.of("triage", "ACCEPT", "triageReason", "情况属实，予以受理"));
        experiencing.complete(
                "center", number, "center-assign", Map.of("department1", "gongan", "instruction1", "请整改窗口排队"));
        experiencing.complete("gongan", number, "department-accept", Map.of("acceptance", "ACCEPT"));
        experiencing.complete(
                "gongan", number, "department-rectify", Map.of("progress", "DONE", "result", "已增开两个窗口，等候不超过二十分钟。"));
        experiencing.complete(
                "center",
                number,
                "center-verify",
                Map.of(
                        "verification",
                        "GOOD",
                        "verifyMethod",
                        "ON_SITE",
                        "verifyNote",
                        "现场查看属实",
                        "answer",
                        "周晓明您好，窗口已增开两个，欢迎再来体验。"));
        experiencing.complete("officer", number, "officer-confirm", Map.of("confirmation", "CONFIRM", "rating", "4"));
    }

    /** Sends what waits to be sent. */
    private void mails() {
        management
                .createJobQuery()
                .processDefinitionKey("notice")
                .executable()
                .list()
                .forEach(job -> management.executeJob(job.getId()));
    }

    private List<String> mailsTo(String address) throws Exception {
        List<String> texts = new ArrayList<>();
        for (MimeMessage message : mail.getReceivedMessages())
            if (message.getAllRecipients()[0].toString().equals(address))
                texts.add(message.getSubject()
                        + NoticeMails.alternatives((MimeMultipart) message.getContent())
                                .getBodyPart(0)
                                .getContent());
        return texts;
    }
}
