package org.tiyanguan.event.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tiyanguan.AtTime;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.event.Eventing;

/** The Word files of events, opened. */
@IntegrationTest
@AtTime("2026-03-16T10:00:00")
class EventPapersTest {

    @LocalServerPort
    int port;

    @Autowired
    Eventing eventing;

    @Test
    void the_notice_says_when_where_and_who_without_a_name() throws IOException {
        String number = planned("SYMPOSIUM");
        XWPFDocument word = word("gongan", "/events/" + number + "/notice.docx");
        assertThat(text(word))
                .contains(
                        "编号：" + number,
                        "关于座谈“第一季度体验官座谈会”的通知",
                        "一、时间",
                        "2026年3月20日（周五）14:00 — 16:00",
                        "市政务服务中心三楼会议室",
                        "政务服务体验官 2 位、市公安局",
                        "一、通报情况\n二、座谈",
                        "请于2026年3月18日（周三）17:30前",
                        "2026年3月16日")
                .doesNotContain("周晓明", "{");
        var margins = word.getDocument().getBody().getSectPr().getPgMar();
        assertThat(margins.getTop()).hasToString("2098");
        assertThat(margins.getLeft()).hasToString("1587");
        XWPFParagraph body = word.getParagraphs().stream()
                .filter(one -> one.getText().startsWith("定于"))
                .findFirst()
                .orElseThrow();
        assertThat(body.getRuns().get(0).getFontSizeAsDouble()).isEqualTo(16);
        assertThat(body.getCTP().getPPr().getSpacing().getLine()).hasToString("560");
    }

    @Test
    void the_sheet_has_a_line_for_each_who_is_invited() throws IOException {
        String number = planned("SYMPOSIUM");
        XWPFTable table = word("center", "/events/" + number + "/sign-in.docx")
                .getTables()
                .get(0);
        assertThat(table.getRows()).hasSize(4);
        assertThat(table.getRow(1).getTableCells().stream()
                        .map(cell -> cell.getText())
                        .toList())
                .containsExactly("1", "陈桂芳", "体验官", "", "");
        assertThat(table.getRow(3).getCell(1).getText()).isEqualTo("市公安局");
        assertThat(Browser.of(port, "gongan")
                        .get("/events/" + number + "/sign-in.docx")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_minutes_of_the_office_have_names_and_the_copy_that_goes_out_has_none() throws IOException {
        String number = planned("SYMPOSIUM");
        assertThat(Browser.of(port, "gongan")
                        .get("/events/" + number + "/minutes.docx")
                        .statusCode())
                .isEqualTo(404);
        eventing.timePassesTo(number, "2026-03-20T16:00:00");
        Map<String, Object> record = eventing.record(number, "officer", "dept-gongan");
        record.put("minutes", "周晓明反映户籍窗口排队。\n市公安局作了说明。");
        record.put("excused", eventing.ids(number, "officer2"));
        eventing.said(record, number, 1, "officer", "PROBLEM", "排队太久");
        eventing.complete("center", number, "center-record-event", record);
        assertThat(text(word("leader", "/events/" + number + "/minutes.docx")))
                .contains("会议纪要", "周晓明、市公安局", "陈桂芳", "周晓明反映户籍窗口排队", "周晓明：排队太久（处理中）");
        for (String copy : new String[] {
            text(word("center", "/events/" + number + "/minutes.docx?copy=departments")),
            text(word("gongan", "/events/" + number + "/minutes.docx"))
        })
            assertThat(copy)
                    .contains("体验官2、市公安局", "体验官1", "体验官2反映户籍窗口排队", "市公安局作了说明")
                    .doesNotContain("周晓明", "陈桂芳", "排队太久", "{");
    }

    @Test
    void who_was_trained_gets_a_certificate() throws IOException {
        String number = planned("TRAINING");
        eventing.timePassesTo(number, "2026-03-20T16:00:00");
        eventing.complete("center", number, "center-record-event", eventing.record(number, "officer"));
        assertThat(text(word("officer", "/officer/events/" + number + "/certificate.docx")))
                .contains("培训证明", "兹证明政务服务体验官周晓明于2026年3月20日")
                .doesNotContain("{");
        assertThat(Browser.of(port, "officer2")
                        .get("/officer/events/" + number + "/certificate.docx")
                        .statusCode())
                .isEqualTo(404);
    }

    private String planned(String kind) {
        Map<String, Object> plan = eventing.plan("officer", "officer2");
        plan.put("departments", Eventing.json("dept-gongan"));
        return eventing.planned(kind, plan);
    }

    private XWPFDocument word(String user, String path) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(Browser.of(port, user).file(path)));
    }

    private static String text(XWPFDocument word) {
        return word.getParagraphs().stream().map(XWPFParagraph::getText).collect(Collectors.joining("\n"));
    }
}
