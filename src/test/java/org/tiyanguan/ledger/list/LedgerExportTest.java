package org.tiyanguan.ledger.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.tiyanguan.AtTime;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.OnH2Too;
import org.tiyanguan.ledger.EmptyLedger;
import org.tiyanguan.ledger.LedgerRows;

/** The ledger's list as files for Excel and others, and the filters that the list and the files share. */
@IntegrationTest
@OnH2Too
@EmptyLedger
@AtTime("2026-03-12T10:00")
class LedgerExportTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void three_entries() {
        entry(1).with("title", "=HYPERLINK(\"http://evil\")")
                .reportedByAccount("officer")
                .insert()
                .part("gongan", "RECTIFY", "2026-03-10T17:30", "RED");
        entry(2).with("state", "CLOSED")
                .with("kind", "SUGGESTION")
                .insert()
                .part("shebao", "DONE", "2026-03-20T17:30", null);
        entry(3).with("topic", "WINDOW")
                .with("title", "+1 个窗口不够")
                .insert()
                .part("gongan", "ACCEPT", "2026-03-20T17:30", "YELLOW");
    }

    @Test
    void a_sheet_has_types_widths_a_frozen_head_and_a_filter() throws Exception {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(
                file("center", "/ledger.xlsx?sort=NUMBER&dir=ASC").getContentAsByteArray()))) {
            XSSFSheet sheet = book.getSheet("台账");
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("编号");
            assertThat(sheet.getLastRowNum()).isEqualTo(3);
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:W4");
            assertThat(sheet.getColumnWidth(6)).isGreaterThan(sheet.getColumnWidth(2));
            assertThat(DateUtil.isCellDateFormatted(sheet.getRow(1).getCell(1))).isTrue();
            assertThat(sheet.getRow(1).getCell(5).getCellType()).isEqualTo(CellType.STRING);
            assertThat(sheet.getRow(1).getCell(5).getStringCellValue()).startsWith("=HYPERLINK");
            assertThat(sheet.getRow(1).getCell(5).getCellStyle().getQuotePrefixed())
                    .isTrue();
            assertThat(sheet.getRow(1).getCell(15).getStringCellValue()).isEqualTo("红牌");
        }
    }

    @Test
    void another_program_reads_texts_and_times_from_the_sheet() throws Exception {
        byte[] file = file("center", "/ledger.xlsx?sort=NUMBER&dir=ASC").getContentAsByteArray();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            assertThat(book.getSheets().map(Sheet::getName)).containsExactly("台账");
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows).hasSize(4);
            assertThat(rows.get(0).stream().map(Cell::asString))
                    .startsWith("编号", "反映时间")
                    .contains("来源", "答复");
            Row first = rows.get(1);
            assertThat(first.getCellAsString(0)).contains("TYG-2026-000001");
            assertThat(first.getCellAsDate(1)).contains(LocalDateTime.parse("2026-03-02T10:00"));
            assertThat(first.getCellAsString(5)).contains("=HYPERLINK(\"http://evil\")");
            assertThat(first.getCellAsDate(9)).contains(LocalDateTime.parse("2026-03-01T00:00"));
            assertThat(rows.stream().flatMap(Row::stream).map(Cell::getFormula)).containsOnlyNulls();
        }
    }

    @Test
    void a_text_file_for_excel_holds_the_same_and_no_formula() throws Exception {
        List<CSVRecord> lines = csv("center", "sort=NUMBER&dir=ASC");
        assertThat(lines.get(0).values()).startsWith("编号", "反映时间").contains("来源", "答复");
        assertThat(lines).hasSize(4);
        assertThat(lines.get(1).get(5)).isEqualTo("'=HYPERLINK(\"http://evil\")");
        assertThat(lines.get(3).get(5)).isEqualTo("'+1 个窗口不够");
        assertThat(lines.get(1).get(12)).isEqualTo("市公安局");
    }

    @Test
    void a_department_gets_its_own_part_only_and_nothing_of_who_reported() throws Exception {
        List<CSVRecord> lines = csv("dept-gongan", "");
        assertThat(lines.stream().skip(1).map(line -> line.get(0)))
                .containsExactly("TYG-2026-000003", "TYG-2026-000001");
        assertThat(lines.get(0).values()).doesNotContain("来源", "体验方式");
        assertThat(lines.toString()).doesNotContain("officer", "体验官");
    }

    @ParameterizedTest
    @ValueSource(strings = {"center", "dept-gongan"})
    void the_file_says_what_each_finding_is_about(String role) throws Exception {
        List<CSVRecord> lines = csv(role, "sort=NUMBER&dir=ASC");
        assertThat(lines.stream().map(line -> line.get(3)))
                .startsWith("问题类型", "办事效率")
                .endsWith("窗口设置");
    }

    @Test
    void each_export_stands_in_the_audit_log() throws Exception {
        file("center", "/ledger.csv?state=CLOSED");
        assertThat(jdbc.sql("select detail from audit_event where kind = 'EXPORT' order by id desc limit 1")
                        .query(String.class)
                        .single())
                .startsWith("/ledger.csv?state=CLOSED");
    }

    @ParameterizedTest
    @CsvSource({
        "card=RED, 1",
        "card=YELLOW, 3",
        "kind=SUGGESTION, 2",
        "overdue=true, 1",
        "department=shebao, 2",
        "state=CLOSED, 2",
        "from=2027-01-01, ''",
        "to=2020-01-01, ''",
        "urgency=CRITICAL, ''",
        "mode=ONLINE, ''",
        "category=PUBLIC, ''",
        "channel=HOTLINE, ''",
        "q=窗口不够, 3"
    })
    void the_file_has_what_the_list_has(String filter, String found) throws Exception {
        List<String> numbers =
                csv("center", filter).stream().skip(1).map(line -> line.get(0)).toList();
        assertThat(numbers).isEqualTo(found.isEmpty() ? List.of() : List.of("TYG-2026-00000" + found));
        String page = file("center", "/ledger?" + filter).getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains("共 <b>" + numbers.size() + "</b> 件");
    }

    /** What a department may not know, it cannot narrow down either. */
    @ParameterizedTest
    @ValueSource(strings = {"mode=ONLINE", "category=PUBLIC", "channel=HOTLINE"})
    void a_department_cannot_ask_by_what_it_may_not_know(String filter) throws Exception {
        assertThat(csv("dept-gongan", filter)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"card=BLUE", "from=yesterday", "state=NOTHING", "urgency=1"})
    void nonsense_is_refused(String filter) throws Exception {
        assertThat(file("center", "/ledger.csv?" + filter).getStatus()).isEqualTo(400);
    }

    private LedgerRows entry(int n) {
        return LedgerRows.entry(jdbc, "TYG-2026-%06d".formatted(n));
    }

    private List<CSVRecord> csv(String role, String query) throws Exception {
        String text = file(role, "/ledger.csv?" + query).getContentAsString(StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF");
        return CSVFormat.EXCEL.parse(new StringReader(text.substring(1))).getRecords();
    }

    private MockHttpServletResponse file(String role, String path) throws Exception {
        return mvc.perform(get(path).with(user("center").authorities(new SimpleGrantedAuthority(role))))
                .andReturn()
                .getResponse();
    }
}
