package org.tiyanguan.recruitment.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;
import org.tiyanguan.AtTime;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.recruitment.Recruiting;

/** The public notice of a shortlist, and objections to it. */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
class PublicNoticeTest {

    @Autowired
    Recruiting recruiting;

    @Autowired
    Visitor visitor;

    @Test
    void the_shortlist_is_up_with_names_in_part_and_without_application_numbers() {
        String call = recruiting.opened();
        String number = recruiting.onNotice(call);
        assertThat(visitor.get("/").getBody()).contains("正在公示，到 2026-03-20 17:30 为止");
        assertThat(visitor.get("/calls/" + call).getBody())
                .contains("人选公示", "王＊明", "群众代表", "云浮石材公司", "对某位人选有异议")
                .doesNotContain(number, "王小明", "13800138000");

        recruiting.timePassesTo(number, "2026-03-20T17:30:00");
        assertThat(visitor.get("/calls/" + call).getBody())
                .contains("聘任名单", "王＊明")
                .doesNotContain("对某位人选有异议");
        assertThat(visitor.get("/").getBody()).contains("/calls/" + call, "已经聘任");
        Recruiting.now("2026-04-21T10:00:00");
        assertThat(visitor.get("/").getBody()).doesNotContain("/calls/" + call);
    }

    @Test
    void whoever_objects_gets_a_number_and_the_answer_and_stays_unnamed() {
        String call = recruiting.opened();
        String number = recruiting.onNotice(call);
        Map<String, String> fields = objection(call);
        ResponseEntity<String> answer = visitor.post("/calls/" + call + "/objections", fields);
        String code = answer.getHeaders().getLocation().getQuery().replace("objected=", "");
        assertThat(code).matches("YY-2026-\\d{4}");
        assertThat(visitor.get("/calls/" + call + "?objected=" + code).getBody())
                .contains(code);
        assertThat(recruiting.openTasks(number)).containsExactly("center-decide-objection");
        assertThat(visitor.track(code, "13900139000").getBody()).contains("核实中");
        recruiting.complete(
                "center",
                number,
                "center-decide-objection",
                Map.of("objectionDecision", "DISMISS", "objectionReason", "经核实，居住证有效。"));
        assertThat(visitor.track(code, "13900139000").getBody()).contains("不成立", "居住证有效");
        assertThat(visitor.track(number).getBody()).doesNotContain("赵先生", "搬到外地", "居住证");
    }

    @ParameterizedTest
    @CsvSource({
        "line, 7, 请选择对哪位人选有异议",
        "line, '', 请选择对哪位人选有异议",
        "name, '', 请填写您的姓名",
        "phone, 123, 请填写 11 位手机号",
        "text, 太短, 10 至 1000 字",
        "token, forged, 请再点一次提交",
        "website, x, 请再点一次提交"
    })
    void an_objection_that_says_too_little_is_refused_and_keeps_what_was_typed(
            String field, String value, String sentence) {
        String call = recruiting.opened();
        String number = recruiting.onNotice(call);
        Map<String, String> fields = objection(call);
        fields.put(field, value);
        ResponseEntity<String> answer = visitor.post("/calls/" + call + "/objections", fields);
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody()).contains(sentence, field.equals("text") ? "赵先生" : "此人已搬到外地");
        assertThat(recruiting.openTasks(number)).isEmpty();
    }

    @Test
    void nobody_objects_after_the_notice() {
        String call = recruiting.opened();
        recruiting.onNotice(call);
        Map<String, String> fields = objection(call);
        Recruiting.now("2026-03-20T17:30:00");
        assertThat(visitor.post("/calls/" + call + "/objections", fields).getBody())
                .contains("不在公示期内");
    }

    private Map<String, String> objection(String call) {
        return new HashMap<>(Map.of(
                "token",
                Visitor.token(visitor.get("/calls/" + call).getBody()),
                "line",
                "1",
                "name",
                "赵先生",
                "phone",
                "13900139000",
                "text",
                "此人已搬到外地，不在本市居住。"));
    }
}
