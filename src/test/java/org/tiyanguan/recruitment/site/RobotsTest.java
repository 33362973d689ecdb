package org.tiyanguan.recruitment.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.ResponseEntity;
import org.tiyanguan.AtTime;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.recruitment.Applications;
import org.tiyanguan.recruitment.Recruiting;

/** What robots get of the public pages, and whoever sends or guesses too often. */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
class RobotsTest {

    @LocalServerPort
    int port;

    @Autowired
    Recruiting recruiting;

    @Autowired
    Applications applications;

    @Autowired
    Visitor visitor;

    @Test
    void robots_get_no_application() {
        String call = recruiting.opened();
        Map<String, String> greedy = visitor.filledIn(call, "王小明");
        greedy.put("website", "http://example.org");
        Map<String, String> forged = visitor.filledIn(call, "王小明");
        forged.put("token", "forged");
        Map<String, String> bare = visitor.filledIn(call, "王小明");
        bare.remove("token");
        for (Map<String, String> fields : List.of(greedy, forged, bare)) {
            ResponseEntity<String> answer = visitor.apply(call, fields);
            assertThat(answer.getStatusCode().value()).isEqualTo(400);
            assertThat(answer.getBody()).contains("请再点一次提交", "value=\"王小明\"");
        }
        assertThat(applications.of(call)).isEmpty();
    }

    @Test
    void one_address_may_send_twenty_forms_an_hour_and_another_goes_on() {
        String call = recruiting.opened();
        for (int n = 0; n < 20; n++) {
            Map<String, String> fields = visitor.filledIn(call, "王小明");
            fields.put("phone", "1");
            assertThat(visitor.apply(call, fields).getStatusCode().value()).isEqualTo(400);
        }
        ResponseEntity<String> refused = visitor.apply(call, visitor.filledIn(call, "王小明"));
        assertThat(refused.getStatusCode().value()).isEqualTo(429);
        assertThat(refused.getBody()).contains("提交得太频繁", "value=\"王小明\"");
        Visitor other = new Visitor(port);
        assertThat(other.apply(call, other.filledIn(call, "王小明"))
                        .getStatusCode()
                        .value())
                .isEqualTo(302);
    }

    @Test
    void guessing_ends_after_thirty_wrong_pairs_of_one_address_and_right_ones_do_not_count() {
        String number = recruiting.applied(recruiting.opened(), "王小明");
        ClockUtil.setCurrentTime(ClockUtil.getCurrentTime());
        for (int n = 0; n < 30; n++) {
            assertThat(visitor.track(number).getBody()).contains("审核中");
            assertThat(visitor.track(number, "1390000" + (1000 + n)).getBody()).contains("没有找到");
        }
        assertThat(visitor.track(number).getBody()).contains("试错次数太多").doesNotContain("审核中");
        assertThat(new Visitor(port).track(number, "13800138000").getBody()).contains("审核中");
        ClockUtil.setCurrentTime(new Date(ClockUtil.getCurrentTime().getTime() + 1000));
        assertThat(visitor.track(number).getBody())
                .as("the first wait is short")
                .contains("审核中");
    }
}
