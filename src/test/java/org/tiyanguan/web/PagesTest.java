package org.tiyanguan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.OK;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.web.servlet.MockMvc;
import org.tiyanguan.IntegrationTest;

@IntegrationTest
class PagesTest {

    @Autowired
    TestRestTemplate visitor;

    @Autowired
    MockMvc mvc;

    @Test
    void the_first_page_is_public_and_says_what_the_scheme_is() {
        ResponseEntity<String> home = browse(visitor, "/");

        assertThat(home.getStatusCode()).isEqualTo(OK);
        assertThat(home.getBody())
                .contains("体验", "评价", "反馈", "整改", "核验", "/login", "市行政服务中心")
                .doesNotContain("/camunda/", "退出");
    }

    @Test
    void whoever_has_logged_in_finds_their_places_and_no_others() {
        String home = browse(visitor.withBasicAuth("center", "Demo#2026"), "/").getBody();

        assertThat(home)
                .contains("张敏", "退出", "href=\"/ledger\"", "/camunda/app/tasklist/default/")
                .doesNotContain("/admin/holidays", "/camunda/app/cockpit/", "href=\"/login\"");
    }

    @Test
    void pages_bring_nothing_from_elsewhere_and_no_scripts_or_styles_of_their_own() {
        for (String page : List.of("/", "/ledger", "/dashboard", "/dashboard/league"))
            assertThat(browse(visitor.withBasicAuth("center", "Demo#2026"), page)
                            .getBody())
                    .doesNotContainPattern("<script(?! src=\"/)")
                    .doesNotContainPattern("<script[^>]*>[^<]")
                    .doesNotContain("<style", " style=", "onclick", "http://", "https://");
        for (String file : List.of("/app.css", "/logo.svg", "/favicon.svg"))
            assertThat(browse(visitor, file).getStatusCode()).isEqualTo(OK);
    }

    @Test
    void a_browser_gets_a_plain_sentence_for_what_goes_wrong() {
        TestRestTemplate gongan = visitor.withBasicAuth("gongan", "Demo#2026");

        expect(browse(gongan, "/ledger/TYG-2026-999999"), NOT_FOUND.value(), "没有找到这个页面");
        expect(browse(gongan, "/ledger?at=abc"), BAD_REQUEST.value(), "这个请求没有看懂");
        expect(browse(gongan, "/ledger?state=FOO"), BAD_REQUEST.value(), "这个请求没有看懂");
        expect(browse(gongan, "/admin/holidays"), FORBIDDEN.value(), "您没有查看这个页面的权限");
    }

    @Test
    void a_failure_of_the_program_shows_a_sentence_and_nothing_of_its_inside() throws Exception {
        String page = mvc.perform(get("/error")
                        .accept(MediaType.TEXT_HTML)
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 500)
                        .requestAttr(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("inside"))
                        .with(request -> {
                            request.setDispatcherType(DispatcherType.ERROR);
                            return request;
                        }))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(page).contains("系统出了点问题", "回到首页").doesNotContain("inside", "IllegalState");
    }

    @Test
    void a_program_gets_problem_details() {
        HttpHeaders json = new HttpHeaders();
        json.setAccept(List.of(MediaType.APPLICATION_JSON));

        ResponseEntity<String> problem = visitor.withBasicAuth("gongan", "Demo#2026")
                .exchange("/ledger/TYG-2026-999999", HttpMethod.GET, new HttpEntity<>(json), String.class);

        assertThat(problem.getStatusCode()).isEqualTo(NOT_FOUND);
        assertThat(problem.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
    }

    private static void expect(ResponseEntity<String> page, int status, String sentence) {
        assertThat(page.getStatusCode().value()).isEqualTo(status);
        assertThat(page.getBody()).contains(sentence, "回到首页").doesNotContain("Exception", "org.tiyanguan");
    }

    private static ResponseEntity<String> browse(TestRestTemplate browser, String address) {
        HttpHeaders html = new HttpHeaders();
        html.setAccept(List.of(MediaType.TEXT_HTML, MediaType.ALL));
        return browser.exchange(address, HttpMethod.GET, new HttpEntity<>(html), String.class);
    }
}
