package org.tiyanguan.rectification.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.tiyanguan.AtTime;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.rectification.Loop;

/** 整改通知单、督办单、办结单. */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
public class CasePapersTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Loop loop;

    @Autowired
    JdbcClient jdbc;

    @Test
    void the_department_gets_its_notice_with_deadline_and_requirement_and_nothing_of_who_reported() throws Exception {
        String number = loop.assigned("gongan");
        String text = text("dept-gongan", path(number, "rectification"));
        assertThat(text)
                .contains("整改通知单", number, "市公安局", "户籍窗口排队过久", "整改时限", "2026-03-", "2026 年 3 月 2 日")
                .doesNotContain("{", "晓明", "officer");
        assertThat(answer("dept-shebao", path(number, "rectification")).getStatus())
                .isEqualTo(404);
        assertThat(jdbc.sql("select count(*) from audit_event where kind = 'EXPORT' and detail like ?")
                        .param(number + "%")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void a_supervised_part_has_its_paper_and_no_other() throws Exception {
        String number = loop.assigned("gongan");
        assertThat(answer("center", path(number, "supervision")).getStatus()).isEqualTo(404);
        loop.timePassesTo(number, "2026-04-20T10:00:00");
        loop.complete("leader", number, "leader-supervise", Map.of("supervision", "请三日内整改到位"));
        assertThat(text("center", path(number, "supervision")))
                .contains("督办单", "请三日内整改到位", "红牌", "个工作日", "市公安局")
                .doesNotContain("{", "晓明");
    }

    @Test
    void a_closed_entry_has_its_closing_paper() throws Exception {
        String number = loop.confirming();
        assertThat(answer("center", "/ledger/" + number + "/closing.docx").getStatus())
                .isEqualTo(404);
        loop.complete("officer", number, "officer-confirm", Map.of("confirmation", "CONFIRM", "rating", "5"));
        String answer = loop.entry(number).answer();
        for (String role : new String[] {"center", "dept-gongan"})
            assertThat(text(role, "/ledger/" + number + "/closing.docx"))
                    .contains("办结单", number, answer, "已整改", "5", "市公安局：")
                    .doesNotContain("{", "晓明");
        assertThat(answer("dept-shebao", "/ledger/" + number + "/closing.docx").getStatus())
                .isEqualTo(404);
    }

    private String path(String number, String paper) {
        long part = jdbc.sql("select max(id) from rectification_part where number = ?")
                .param(number)
                .query(Long.class)
                .single();
        return "/ledger/" + number + "/parts/" + part + "/" + paper + ".docx";
    }

    private String text(String role, String path) throws Exception {
        return text(answer(role, path).getContentAsByteArray());
    }

    public static String text(byte[] word) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(word));
                XWPFWordExtractor text = new XWPFWordExtractor(document)) {
            return text.getText();
        }
    }

    private MockHttpServletResponse answer(String role, String path) throws Exception {
        return mvc.perform(get(path).with(user("somebody").authorities(new SimpleGrantedAuthority(role))))
                .andReturn()
                .getResponse();
    }
}
