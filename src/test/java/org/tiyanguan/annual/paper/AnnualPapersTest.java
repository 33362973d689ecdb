package org.tiyanguan.annual.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tiyanguan.AtTime;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.annual.Summing;
import org.tiyanguan.annual.YearLedger;
import org.tiyanguan.notification.MailAttachments.Attachment;
import org.tiyanguan.notification.MailAttachments.Mailed;

/** The Word files of a summary, opened. */
@IntegrationTest
@AtTime("2026-12-01T09:00:00")
class AnnualPapersTest {

    @LocalServerPort
    int port;

    @Autowired
    Summing summing;

    @Autowired
    YearLedger ledger;

    @Autowired
    AnnualPaperController mails;

    @BeforeEach
    void a_year_with_entries() {
        summing.afresh();
        ledger.empty();
        ledger.entries("gongan", 12, 5);
    }

    @Test
    void the_report_has_its_sections_and_tables_in_the_layout_of_official_papers() throws IOException {
        summing.opened();
        XWPFDocument word = word("center", "report");
        assertThat(text(word))
                .contains("编号：NZ-2026", "2026年政务服务体验官工作总结", "一、工作开展情况", "共收到反映 12 件", "五、下一步工作", "2026年12月1日")
                .doesNotContain("{", "§", "周晓明");
        assertThat(word.getTables()).hasSizeGreaterThan(5);
        assertThat(word.getTables().get(0).getRow(1).getCell(1).getText()).isEqualTo("12");
        assertThat(text(word)).contains("表1　主要数据", "表2　每月反映");
        assertThat(word.getAllPictures()).as("the one that all bars show").hasSize(1);
        assertThat(word.getTables().get(1).getRow(0).isRepeatHeader()).isTrue();
        var margins = word.getDocument().getBody().getSectPr().getPgMar();
        assertThat(margins.getTop()).hasToString("2098");
        assertThat(margins.getLeft()).hasToString("1587");
        XWPFParagraph body = word.getParagraphs().stream()
                .filter(one -> one.getText().contains("共收到反映"))
                .findFirst()
                .orElseThrow();
        assertThat(body.getRuns().get(0).getFontSizeAsDouble()).isEqualTo(16);
        assertThat(body.getCTP().getPPr().getSpacing().getLine()).hasToString("560");
    }

    @Test
    void the_circular_has_the_list_and_goes_out_with_the_mail() throws IOException {
        summing.issued();
        assertThat(text(word("leader", "circular")))
                .contains("关于2026年政务服务体验官工作情况的通报", "各窗口单位、各推荐单位", "红榜：市公安局", "报告全文见 http", "/annual/2026");
        Attachment attached = mails.of(new Mailed("annual-issued", "NZ-2026", "a@example.org", "b@example.org"))
                .orElseThrow();
        assertThat(attached.name()).isEqualTo("通报 NZ-2026.docx");
        assertThat(text(new XWPFDocument(new ByteArrayInputStream(attached.content()))))
                .contains("红榜：市公安局");
        assertThat(mails.of(new Mailed("annual-approve", "NZ-2026", "a@example.org", "b@example.org")))
                .isEmpty();
    }

    @Test
    void the_agenda_says_what_the_meeting_is_about_and_when_it_is_once_it_is_planned() throws IOException {
        summing.approved();
        assertThat(text(word("center", "agenda"))).contains("2026年度政务服务体验官工作总结会议程", "三、探讨优化下一步工作");
        String meeting = summing.plansMeeting("officer");
        assertThat(meeting).startsWith("HD-");
        summing.cancelsMeeting(meeting);
        assertThat(text(word("center", "agenda"))).contains("市政务服务中心三楼会议室", "2026年12月28日", "二、座谈");
    }

    @Test
    void nobody_else_gets_them_and_there_are_no_others() {
        summing.opened();
        for (String user : List.of("gongan", "unit", "officer"))
            assertThat(as(user).get("/annual/2026/report.docx").statusCode())
                    .as(user)
                    .isEqualTo(403);
        assertThat(as("center").get("/annual/2026/other.docx").statusCode()).isEqualTo(404);
    }

    private XWPFDocument word(String user, String paper) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(as(user).file("/annual/2026/" + paper + ".docx")));
    }

    private Browser as(String user) {
        return Browser.of(port, user);
    }

    private static String text(XWPFDocument word) {
        return word.getParagraphs().stream().map(XWPFParagraph::getText).collect(Collectors.joining("\n"))
                + word.getTables().stream().map(XWPFTable::getText).collect(Collectors.joining("\n"));
    }
}
