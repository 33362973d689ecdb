package org.tiyanguan.recruitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tiyanguan.AtTime;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.officer.Letters;
import org.tiyanguan.officer.Officer;
import org.tiyanguan.officer.Officers;
import org.tiyanguan.recruitment.ApplicationFiles.Kind;
import org.tiyanguan.recruitment.site.Visitor;

/** The Word files beside the annexes of the scheme: each cell. */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
class PrintedFormsTest {

    @Autowired
    Recruiting recruiting;

    @Autowired
    Applications applications;

    @Autowired
    ApplicationFiles files;

    @Autowired
    Officers officers;

    @Autowired
    Calls calls;

    @Autowired
    PrintedForms prints;

    @Autowired
    Letters letters;

    @Test
    void annex_1_is_the_recommendation_form_of_the_scheme() throws IOException {
        String call = recruiting.opened();
        String number = recruiting.recommended(call, "李小红");
        files.put(number, Kind.PHOTO, "image/jpeg", Visitor.photo("jpg", 295, 413));
        recruiting.propose(number);
        XWPFDocument word = read(prints.annex(applications.application(number), true));
        assertThat(cells(word))
                .containsExactly(
                        List.of("姓名", "李小红", "性别", "女", "出生日期", "1985-06-01", ""),
                        List.of("民族", "汉族", "学历", "本科", "政治面貌", "群众", ""),
                        List.of("健康状况", "良好", "联系方式", "13800138000\nren@example.org", ""),
                        List.of("工作单位", "云浮石材公司", "职务", "会计"),
                        List.of("通信地址", "云浮市云城区"),
                        List.of("个人简历", "从事财务工作十五年，经常到政务大厅办事，愿意参与体验监督。"),
                        List.of("推荐单位意见", "该同志热心公益，同意推荐。\n签署人：马红\n（盖章）\n2026 年 3 月 3 日"),
                        List.of("市行政服务中心意见", "材料齐全，建议入选。\n（盖章）\n2026 年 3 月 3 日"));
        assertThat(around(word))
                .containsExactly("附件1", "市行政服务中心“政务服务体验官”", "推荐表", "此表一式三份，个人、所在单位、市行政服务中心各留一份。", "编号：" + number);
        assertThat(photoCell(word).getParagraphs().get(0).getRuns().get(0).getEmbeddedPictures())
                .hasSize(1);
    }

    @Test
    void annex_2_is_the_self_recommendation_form_of_the_scheme() throws IOException {
        String call = recruiting.opened();
        Map<String, Object> person = Recruiting.person("王小明");
        person.remove("email");
        person.put("resume", "2001 年起在本市工作。\n愿意参与体验。");
        String number = recruiting.applied(call, person);
        XWPFDocument word = read(prints.annex(applications.application(number), true));
        assertThat(cells(word))
                .containsExactly(
                        List.of("姓名", "王小明", "性别", "女", "出生日期", "1985-06-01", ""),
                        List.of("民族", "汉族", "学历", "本科", "政治面貌", "群众", ""),
                        List.of("健康状况", "良好", "联系方式", "13800138000", ""),
                        List.of("工作单位", "云浮石材公司", "职务", "会计"),
                        List.of("通信地址", "云浮市云城区"),
                        List.of("个人简历", "2001 年起在本市工作。\n愿意参与体验。"),
                        List.of("市行政服务中心意见", "（盖章）\n年　　月　　日"));
        assertThat(around(word))
                .containsExactly("附件2", "市行政服务中心“政务服务体验官”", "自荐表", "此表一式三份，个人、所在社区（街道）、市行政服务中心各留一份。", "编号：" + number);
        assertThat(photoCell(word).getParagraphs().get(0).getRuns().get(0).getEmbeddedPictures())
                .isEmpty();
    }

    @Test
    void a_unit_does_not_print_what_the_centre_thinks_before_it_is_decided() throws IOException {
        String number = recruiting.recommended(recruiting.opened(), "李小红");
        recruiting.propose(number);
        assertThat(cells(read(prints.annex(applications.application(number), false)))
                        .get(7)
                        .get(1))
                .isEqualTo("（盖章）\n年　　月　　日");
        recruiting.decide(number, "APPROVE");
        assertThat(cells(read(prints.annex(applications.application(number), false)))
                        .get(7)
                        .get(1))
                .startsWith("材料齐全");
    }

    @Test
    void braces_that_people_type_are_no_fields() throws IOException {
        Map<String, Object> person = Recruiting.person("王小明");
        person.put("employer", "{phone} $1 \\ 公司");
        String number = recruiting.applied(recruiting.opened(), person);
        assertThat(cells(read(prints.annex(applications.application(number), true)))
                        .get(3)
                        .get(1))
                .isEqualTo("{phone} $1 \\ 公司");
    }

    @Test
    void the_letter_of_appointment_names_person_category_and_term_and_the_zip_holds_all_of_a_call() throws IOException {
        String call = recruiting.opened();
        String refused = recruiting.applied(call, "方琳");
        recruiting.complete("center", refused, "center-check", Map.of("check", "OPPOSE", "centerOpinion", "不符合要求。"));
        recruiting.decide(refused, "REFUSE");
        String number = recruiting.onNotice(call);
        recruiting.timePassesTo(number, "2026-03-20T17:30:00");
        Application application = applications.application(number);
        Officer officer = officers.of(number).orElseThrow();
        assertThat(around(read(letters.print(officer))))
                .containsExactly(
                        "聘　书",
                        "王小明　同志：",
                        "　　兹聘请您担任市行政服务中心“政务服务体验官”（群众代表），聘期自2026 年 3 月 20 日起至2027 年 3 月 19 日止。",
                        "市行政服务中心（盖章）",
                        "2026 年 3 月 20 日",
                        "编号：" + officer.letter());
        assertThat(cells(read(prints.annex(application, true))).get(6).get(1)).startsWith("材料齐全，建议入选。\n经审定，同意聘任为群众代表。");

        List<String> names = new ArrayList<>();
        try (var zip =
                new ZipInputStream(new ByteArrayInputStream(prints.all(calls.call(call))), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) names.add(entry.getName());
        }
        assertThat(names).containsExactly(refused + "-自荐表-方琳.docx", number + "-自荐表-王小明.docx", number + "-聘书-王小明.docx");
    }

    // ----

    private static XWPFDocument read(byte[] word) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(word));
    }

    private static List<List<String>> cells(XWPFDocument word) {
        return word.getTables().get(0).getRows().stream()
                .map(XWPFTableRow::getTableCells)
                .map(row -> row.stream().map(PrintedFormsTest::text).toList())
                .toList();
    }

    /** Without the spaces that only move words to the right. */
    private static String text(XWPFTableCell cell) {
        return cell.getParagraphs().stream()
                .map(paragraph -> paragraph.getText().replaceAll("[ 　]+$", ""))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static List<String> around(XWPFDocument word) {
        return word.getParagraphs().stream()
                .map(XWPFParagraph::getText)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static XWPFTableCell photoCell(XWPFDocument word) {
        return word.getTables().get(0).getRow(0).getCell(6);
    }
}
