package org.tiyanguan.practice.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tiyanguan.AtTime;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.practice.Practising;

/** The Word file of a practice, opened. */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
class PracticePapersTest {

    @LocalServerPort
    int port;

    @Autowired
    Practising practising;

    @Test
    void the_material_says_what_was_done_and_who_took_it_up() throws IOException {
        String number = practising.published();
        practising.adopts("shebao", number, "APPLIED", "高峰时段增开一个窗口");
        XWPFDocument word = word("gongan", number, "");
        assertThat(text(word))
                .contains(
                        "编号：" + number,
                        "高峰时段增开窗口的做法",
                        "经验材料",
                        "责任单位：市公安局",
                        "办理事项：户口迁移",
                        "一、原来怎样",
                        "上午高峰只开一个窗口",
                        "二、做了什么",
                        "三、效果怎样",
                        "四、其他单位举一反三",
                        "适用，已改。高峰时段增开一个窗口",
                        "2026年3月2日")
                .doesNotContain("周晓明", "{", "（未公开）");
        var margins = word.getDocument().getBody().getSectPr().getPgMar();
        assertThat(margins.getTop()).hasToString("2098");
        assertThat(margins.getLeft()).hasToString("1587");
        XWPFParagraph body = word.getParagraphs().stream()
                .filter(one -> one.getText().startsWith("上午高峰"))
                .findFirst()
                .orElseThrow();
        assertThat(body.getRuns().get(0).getFontSizeAsDouble()).isEqualTo(16);
        assertThat(body.getCTP().getPPr().getSpacing().getLine()).hasToString("560");
    }

    @Test
    void a_draft_says_that_it_is_one_and_only_those_who_see_it_get_it() throws IOException {
        String number = practising.written();
        assertThat(text(word("leader", number, "?draft=true"))).contains("（未公开）", "四、其他单位举一反三\n尚无");
        for (String user : List.of("shebao"))
            assertThat(Browser.of(port, user)
                            .get("/practices/" + number + "/material.docx")
                            .statusCode())
                    .isEqualTo(404);
        assertThat(Browser.of(port, "officer")
                        .get("/practices/" + number + "/material.docx")
                        .statusCode())
                .isEqualTo(403);
        assertThat(Browser.of(port, "center")
                        .get("/practices/" + practising.begun() + "/material.docx")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void who_agreed_to_it_is_thanked() throws IOException {
        String number = practising.consenting();
        practising.complete("officer", number, "officer-consent-practice", Map.of("consent", "YES"));
        assertThat(text(word("center", number, ""))).doesNotContain("周晓明");
        practising.approves(number);
        assertThat(text(word("center", number, ""))).contains("本问题由体验官 周晓明 提出。");
    }

    private XWPFDocument word(String user, String number, String query) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(
                Browser.of(port, user).file("/practices/" + number + "/material.docx" + query)));
    }

    private static String text(XWPFDocument word) {
        return word.getParagraphs().stream().map(XWPFParagraph::getText).collect(Collectors.joining("\n"));
    }
}
