package org.tiyanguan.api.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tiyanguan.api.Caller.json;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tiyanguan.AtTime;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.OnH2Too;
import org.tiyanguan.api.Caller;
import org.tiyanguan.api.Callers;
import org.tiyanguan.security.KeyScope;

/** Open311 clients that ask for requests page by page. */
@IntegrationTest
@OnH2Too
@AtTime("2026-03-02T10:00:00")
class Open311PagesTest {

    @LocalServerPort
    int port;

    @Autowired
    Callers callers;

    private Caller caller;

    @BeforeEach
    void a_system_has_a_key() {
        caller = callers.with(port, KeyScope.OPEN311);
    }

    @Test
    void a_page_holds_what_was_asked_for_and_no_other_page_does() {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 5; i++) numbers.add(reported());
        Collections.reverse(numbers);
        assertThat(ids("")).isEqualTo(numbers);
        assertThat(ids("?page_size=2")).isEqualTo(numbers.subList(0, 2));
        assertThat(ids("?page=2&page_size=2")).isEqualTo(numbers.subList(2, 4));
        assertThat(ids("?page=3&page_size=2")).isEqualTo(numbers.subList(4, 5));
        assertThat(ids("?page=4&page_size=2")).isEmpty();
        assertThat(ids("?page=&page_size=")).isEqualTo(numbers);
        assertThat(ids("?page=1&page_size=1000")).isEqualTo(numbers);
        assertThat(ids("?page=10000&page_size=1000")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page=0",
                "page=-1",
                "page=x",
                "page=10001",
                "page=1.5",
                "page=99999999999",
                "page_size=0",
                "page_size=1001",
                "page_size=all"
            })
    void a_page_that_there_cannot_be_is_refused_with_a_word(String query) {
        HttpResponse<String> answer = caller.get("/api/ledger/requests.json?" + query);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get(0).get("description").asText())
                .contains(query.split("=")[0] + " 应为 1 到", query.split("=")[1]);
    }

    private String reported() {
        HttpResponse<String> created = Caller.send(HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/api/ledger/requests.json"))
                .header("X-API-Key", caller.key())
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .POST(BodyPublishers.ofString("service_code=WINDOW&description=queues+are+long&address_string=hall"))
                .build());
        return json(created).get(0).get("service_request_id").asText();
    }

    private List<String> ids(String query) {
        return json(caller.get("/api/ledger/requests.json" + query)).findValuesAsText("service_request_id");
    }
}
