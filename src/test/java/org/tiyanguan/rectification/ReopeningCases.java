package org.tiyanguan.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tiyanguan.Browser;
import org.tiyanguan.ledger.Outcome;
import org.tiyanguan.ledger.Relapses;
import org.tiyanguan.ledger.Topic;

/** Entries that were closed, and what opens them anew. */
abstract class ReopeningCases {

    static final String WHY = "今天又只开了一个窗口，等了一个半小时";

    @LocalServerPort
    int port;

    @Autowired
    Loop loop;

    @Autowired
    Reopening reopening;

    @Autowired
    Relapses relapses;

    String closed(String department) {
        String number = loop.report();
        loop.complete(
                "center",
                number,
                "center-triage",
                Map.of("triage", "ACCEPT", "triageReason", "情况属实，予以受理", "topic", Topic.EFFICIENCY.name()));
        close(number, department);
        loop.complete("officer", number, "officer-confirm", Map.of("confirmation", "CONFIRM", "rating", "5"));
        assertThat(loop.entry(number).outcome()).isEqualTo(Outcome.RECTIFIED);
        return number;
    }

    void close(String number, String department) {
        loop.assign(number, department);
        loop.complete(department, number, "department-accept", Map.of("acceptance", "ACCEPT"));
        loop.complete(
                department, number, "department-rectify", Map.of("progress", "DONE", "result", "已增开两个窗口，平均等候二十分钟。"));
        loop.verifyGood(number);
    }

    String reopen(String number) {
        return reopening.byCenter(number, WHY, Map.of("channel", "VISIT"));
    }

    Browser center() {
        return Browser.of(port, "center");
    }

    static Map<String, String> hotline() {
        return Map.of(
                "reason",
                WHY,
                "channel",
                "HOTLINE",
                "officer",
                "",
                "reporterName",
                "赵女士",
                "reporterPhone",
                "13912341234");
    }

    /** The number of the entry that the answer leads to. */
    static String child(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("location").orElseThrow().replaceAll(".*/", "");
    }
}
