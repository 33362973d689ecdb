package org.tiyanguan.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.ledger.Ledger;
import org.tiyanguan.recruitment.Recruiting;
import org.tiyanguan.rectification.Loop;

/** What the end of a term closes, and what it leaves open. */
@IntegrationTest
class FormerOfficerTest {

    private static final Set<String> STILL_OPEN = Set.of(
            "GET /officer",
            "GET /officer/me",
            "GET /officer/me/letter.docx",
            "GET /officer/annual",
            "GET /officer/arrived/{token}",
            "GET /officer/events/{number}",
            "GET /officer/events/{number}.ics",
            "GET /officer/practices/{number}",
            "POST /officer/practices/{number}/consent",
            "GET /officer/reviews",
            "POST /officer/reviews",
            "GET /officer/reviews/{number}",
            "POST /officer/reviews/{number}/duty-report",
            "POST /officer/reviews/{number}/objection",
            "POST /officer/reviews/{number}/appraisal",
            "GET /officer/reviews/{number}/{paper}.docx",
            "GET /officer/{number}",
            "POST /officer/{number}/confirm");

    @LocalServerPort
    int port;

    @Autowired
    Recruiting recruiting;

    @Autowired
    Loop loop;

    @Autowired
    Ledger ledger;

    @Autowired
    Officers officers;

    @Autowired
    Terms terms;

    @Autowired
    IdentityService identity;

    @Autowired
    Clock clock;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping pages;

    private String account;
    private LocalDate last;
    private Browser officer;

    @BeforeEach
    void an_officer_has_logged_in() {
        Officer appointed = officers.of(recruiting.appointed("王小明", "13800138000", "wang@example.org"))
                .orElseThrow();
        account = appointed.account();
        last = appointed.termUntil();
        User user = identity.createUserQuery().userId(account).singleResult();
        user.setPassword("Demo#2026");
        identity.saveUser(user);
        officer = Browser.of(port, account);
        assertThat(officer.get("/officer").body()).contains("随手拍").doesNotContain("您的聘期已于");
    }

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void sessions_end_with_the_term_and_the_login_says_why() {
        end();
        HttpResponse<String> answer = officer.get("/officer");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/login?ended=OFFICE");
        assertThat(officer.get("/login?ended=OFFICE").body()).contains("您的聘期已结束。请重新登录");
        again();
        assertThat(officer.get("/officer").statusCode()).isEqualTo(200);
    }

    @Test
    void they_end_by_the_date_too_though_nobody_decided() {
        Recruiting.now(last + "T23:00:00");
        assertThat(officer.get("/officer/report").statusCode()).isEqualTo(200);
        Recruiting.now(last.plusDays(1) + "T00:30:00");
        assertThat(officer.get("/officer/report").statusCode()).isEqualTo(302);
        again();
        assertThat(officer.get("/officer/report").body()).contains("您的聘期已于 " + last + " 结束");
    }

    @Test
    void a_renewal_opens_everything_again() {
        end();
        again();
        LocalDate from = terms.renewalFrom(account);
        terms.renew(account, "PS-2099-" + account.substring(account.length() - 4), from, from.plusYears(1), null);
        assertThat(officer.get("/officer/report").statusCode()).isEqualTo(200);
        assertThat(officer.get("/officer").body()).contains("随手拍").doesNotContain("您的聘期已于");
    }

    @Test
    void every_address_below_officer_is_closed_but_what_is_theirs_to_answer() {
        end();
        again();
        Set<String> open = new TreeSet<>();
        for (String address : addresses()) {
            String path = address.replaceFirst(".* ", "")
                    .replaceFirst("^/officer/\\{\\w+}", "/officer/TYG-2026-999999")
                    .replaceAll("\\{\\w+}", "1");
            HttpResponse<String> answer =
                    address.startsWith("GET") ? officer.get(path) : officer.postForm(path, Map.of());
            if (answer.statusCode() == 403)
                assertThat(answer.body()).as(address).contains("您的聘期已于", "仍可在“我的体验”里查看");
            else open.add(address);
        }
        assertThat(open).containsExactlyInAnyOrderElementsOf(STILL_OPEN);
        assertThat(officer.get("/officer/nobody/thought/of/this").statusCode()).isEqualTo(403);
    }

    @Test
    void the_home_page_says_so_and_offers_nothing_that_is_closed() {
        end();
        again();
        assertThat(officer.get("/officer").body())
                .contains("您的聘期已于")
                .doesNotContain("/officer/report\"", "/officer/settings", "/officer/tasks/");
        assertThat(officer.get("/officer/me").body()).contains("王小明", "下载聘书");
        assertThat(officer.get("/notices").statusCode()).isEqualTo(200);
    }

    @Test
    void open_findings_are_still_read_objected_to_and_rated() {
        String number = verified();
        end();
        again();
        assertThat(officer.get("/officer").body()).contains(number);
        assertThat(officer.get("/officer/" + number).body()).contains("户籍窗口排队过久");
        officer.postForm(
                "/officer/" + number + "/confirm",
                Map.of("confirmation", "OBJECT", "objection", "我昨天去仍然只有一个窗口", "sure", "yes"));
        assertThat(loop.openTasks(number)).containsExactly("center-verify");
        loop.verifyGood(number);
        assertThat(officer.postForm("/officer/" + number + "/confirm", Map.of("confirmation", "CONFIRM", "rating", "4"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(ledger.entry(number).rating()).isEqualTo(4);
        assertThat(officer.get("/evidence/none").statusCode()).isEqualTo(404);
    }

    @Test
    void nobody_reports_in_their_name() {
        loop.reportOf(account, "OFFICER");
        end();
        assertThatThrownBy(() -> loop.reportOf(account, "OFFICER")).hasMessageContaining("王小明的聘期已结束");
    }

    private String verified() {
        String number = loop.reportOf(account, "OFFICER");
        loop.accept(number);
        loop.assign(number, "gongan");
        loop.complete("gongan", number, "department-accept", Map.of("acceptance", "ACCEPT"));
        loop.finish(number);
        loop.verifyGood(number);
        return number;
    }

    private void end() {
        terms.end(account, TermEnd.RESIGNED, LocalDate.now(clock), "工作调动", null);
    }

    private void again() {
        officer = Browser.of(port, account);
    }

    /** Each with its method, as the controllers declare them. */
    private List<String> addresses() {
        return pages.getHandlerMethods().keySet().stream()
                .flatMap(page -> page.getPatternValues().stream()
                        .filter(path -> path.equals("/officer") || path.startsWith("/officer/"))
                        .flatMap(path -> methods(page.getMethodsCondition().getMethods()).stream()
                                .map(method -> method + " " + path)))
                .sorted()
                .toList();
    }

    private static Set<RequestMethod> methods(Set<RequestMethod> declared) {
        return declared.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : declared;
    }
}
