package org.tiyanguan.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.AtTime;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.practice.Practising;
import org.tiyanguan.rectification.Loop;

/** The centre decides on one page which figures are public; nobody sees any before. */
@IntegrationTest
@AtTime("2026-06-18T15:20:00")
class DisclosureTest {

    private static final List<String> FILES =
            List.of("numbers", "month", "topic", "channel", "rating", "days", "department");

    @LocalServerPort
    int port;

    @Autowired
    Loop loop;

    @Autowired
    Practising practising;

    @Autowired
    JdbcClient jdbc;

    private Browser visitor;
    private Browser center;

    @BeforeEach
    void some_entries_and_nothing_public() {
        visitor = new Browser(port);
        center = Browser.of(port, "center");
        decide();
        if (jdbc.sql("select count(*) from ledger_entry").query(Long.class).single() == 0) {
            Loop.now("2026-04-13T10:00:00");
            for (int i = 0; i < 4; i++) loop.report();
            Loop.now("2026-05-12T10:00:00");
            for (int i = 0; i < 3; i++) loop.report();
        }
        Loop.now("2026-06-18T15:20:00");
    }

    @Test
    void nothing_is_public_of_itself() {
        assertThat(visitor.get("/figures").body()).contains("还没有公开的数据").doesNotContain("<table");
        assertThat(visitor.get("/").body()).doesNotContain("今年的进展");
        for (String file : FILES)
            assertThat(visitor.get("/figures/" + file + ".csv").statusCode())
                    .as(file)
                    .isEqualTo(404);
    }

    @Test
    void the_public_reads_what_the_centre_made_public_and_nothing_else() {
        decide("numbers", "month");
        assertThat(visitor.get("/").body()).contains("今年的进展", "反映问题和建议", "/figures");
        String page = visitor.get("/figures").body();
        assertThat(page)
                .contains("2026年政务服务体验数据", "5 月 31 日", "全年概况", "每月反映", "4 月—5 月")
                .doesNotContain("问题类型", "责任单位");
        assertThat(visitor.get("/figures/month.csv").body())
                .isEqualTo("\uFEFF月份,件数\r\n1 月,0\r\n2 月,0\r\n3 月,0\r\n4 月—5 月,7\r\n");
        assertThat(visitor.get("/figures/numbers.csv").body()).startsWith("\uFEFF项目,数值,怎样算的\r\n反映问题和建议,7,");
        assertThat(visitor.get("/figures/department.csv").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/figures?year=2025").body()).contains("2025年政务服务体验数据", "数据较少，暂不公布");
        assertThat(visitor.get("/figures?year=1999").statusCode()).isEqualTo(404);
        decide("month");
        assertThat(visitor.get("/").body()).doesNotContain("今年的进展");
        assertThat(visitor.get("/figures/numbers.csv").statusCode()).isEqualTo(404);
    }

    @Test
    void every_table_can_be_public_and_says_how_it_is_counted() {
        decide(FILES.toArray(String[]::new));
        String page = visitor.get("/figures").body();
        assertThat(page).doesNotContain("??");
        for (String file : FILES) {
            assertThat(visitor.get("/figures/" + file + ".csv").statusCode())
                    .as(file)
                    .isEqualTo(200);
        }
    }

    @Test
    void who_decided_what_and_when_stays_readable() {
        decide("topic");
        decide();
        assertThat(Browser.of(port, "leader").get("/publicity").body())
                .containsPattern("(?s)2026-06-18 15:20.*张敏.*问题类型.*撤回.*问题类型.*公开")
                .contains("disabled")
                .doesNotContain(">保存<");
        assertThat(Browser.of(port, "leader")
                        .postForm("/publicity", Map.of("shown", "topic"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(center.get("/publicity").body()).contains(">保存<");
        for (String change : List.of("update disclosure set shown = true", "delete from disclosure"))
            assertThatThrownBy(() -> jdbc.sql(change).update()).hasStackTraceContaining("append-only");
    }

    @Test
    void everybody_can_subscribe_to_what_becomes_public() {
        String number = practising.published();
        HttpResponse<String> feed = visitor.get("/news.atom");
        assertThat(feed.headers().firstValue("Content-Type")).contains("application/atom+xml;charset=UTF-8");
        assertThat(feed.body()).contains("<feed xmlns=\"http://www.w3.org/2005/Atom\"", "/practices/" + number, "好经验：");
        practising.timePassesTo(number, "2027-01-05T09:00:00");
        practising.looksAtEffect(number, "WITHDRAW", "窗口已调整，做法不再适用");
        assertThat(visitor.get("/news.atom").body()).doesNotContain(number);
        assertThat(visitor.get("/").body()).contains("/news.atom");
    }

    private void decide(String... shown) {
        assertThat(center.postForm("/publicity", Map.of("shown", String.join(",", shown)))
                        .statusCode())
                .isEqualTo(302);
    }
}
