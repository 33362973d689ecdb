package org.tiyanguan.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.AtTime;
import org.tiyanguan.Browser;
import org.tiyanguan.EngineRoots;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.OnH2Too;
import org.tiyanguan.Scripts;
import org.tiyanguan.evidence.EvidenceBoxes;
import org.tiyanguan.privacy.Telltale;

/** Nobody learns from an entry that came back who reported it, now or before. */
@IntegrationTest
@OnH2Too
@AtTime("2026-03-02T10:00:00")
class ReopeningShieldTest extends ReopeningCases {

    @Autowired
    Scripts scripts;

    @Autowired
    EvidenceBoxes boxes;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_department_sees_both_ways_and_what_is_the_matter_but_no_names() {
        String number = closed("gongan");
        String child = child(center().postForm("/ledger/" + number + "/reopen", hotline()));
        Browser gongan = Browser.of(port, "gongan");
        assertThat(gongan.get("/ledger/" + number).body())
                .contains("复发，另案办理")
                .doesNotContain("/ledger/" + child, "赵女士", "问题复发，重新打开");
        loop.accept(child);
        loop.assign(child, "gongan");
        assertThat(gongan.get("/ledger/" + number).body()).contains("/ledger/" + child);
        assertThat(gongan.get("/ledger/" + child).body())
                .contains("/ledger/" + number, WHY)
                .doesNotContain("赵女士", "139");
        assertThat(gongan.postForm("/ledger/" + number + "/reopen", hotline()).statusCode())
                .isEqualTo(403);
        assertThat(Browser.of(port, "leader")
                        .postForm("/ledger/" + number + "/reopen", hotline())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void neither_reporter_is_named_to_a_department_nor_the_first_to_the_second() {
        Telltale first = new Telltale("张三丰");
        Map<String, Object> form = Hotline.finding();
        form.putAll(first.report());
        form.put("reporterName", "张三丰");
        String number = loop.report(form);
        loop.accept(number);
        close(number, "gongan");
        assertThat(loop.ended(number)).isTrue();
        Map<String, String> again =
                new HashMap<>(Map.of("channel", "OFFICER", "officer", "officer2", "reason", first.text("又只开了一个窗口")));
        String child = child(center().postForm("/ledger/" + number + "/reopen", again));
        Browser second = Browser.of(port, "officer2");
        assertThat(first.isIn(second.get("/officer/" + child).body())).isFalse();
        loop.accept(child);
        loop.assign(child, "gongan");
        Browser gongan = Browser.of(port, "gongan");
        String root = EngineRoots.inTurn(1, 0);
        String task = loop.task(child, "department-accept").getId();
        for (String page : List.of(
                "/ledger",
                "/ledger.csv",
                "/ledger?cols=TITLE,RELAPSE,LOOK_BACK",
                "/ledger/" + number,
                "/ledger/" + child,
                boxes.path(child),
                "/notices",
                root + "task",
                root + "variable-instance",
                root + "history/task",
                root + "task/" + task + "/form-variables",
                root + "task/" + task + "/variables")) {
            String body = gongan.get(page).body();
            assertThat(first.isIn(body)).as(page).isFalse();
            assertThat(body).as(page).doesNotContain("officer2", "体验官二");
        }
        for (String path : List.of("/api/ledger/" + child, "/api/ledger/" + number, "/api/findings/" + child))
            assertThat(first.isIn(scripts.get("center", path).getBody()))
                    .as(path)
                    .isFalse();
        assertThat(first.isIn(
                        loop.visibleTo(loop.task(child, "department-accept")).toString()))
                .isFalse();
        assertThat(jdbc.sql("select data from notice where number in (:n, :c) and recipient like 'gongan%'")
                        .param("n", number)
                        .param("c", child)
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(first::isIn);
    }
}
