package org.tiyanguan.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.tiyanguan.IntegrationTest;

@IntegrationTest
class HolidayControllerTest {

    private static final LocalDate NEW_YEAR = LocalDate.parse("2027-01-01");

    @Autowired
    MockMvc pages;

    @Autowired
    CalendarDays days;

    @Autowired
    WorkCalendar calendar;

    List<CalendarDay> before;

    @BeforeEach
    void open() {
        before = days.all();
    }

    @AfterEach
    void restore() {
        ClockUtil.reset();
        days.all().forEach(day -> days.remove(day.date()));
        days.put(before);
    }

    @Test
    void the_packaged_days_are_loaded_at_the_start() throws Exception {
        assertThat(days.all()).isEqualTo(V2__Packaged_holidays.packaged()).hasSizeGreaterThan(150);
        assertThat(days.years()).extracting(Year::getValue).containsExactly(2026, 2025, 2024, 2023, 2022);
    }

    @Test
    void a_year_is_listed_with_its_days() throws Exception {
        pages.perform(get("/admin/holidays?year=2025").with(role("camunda-admin")))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("2025-09-28"),
                                containsString("星期日"),
                                containsString("调休上班"),
                                containsString("国庆节"),
                                not(containsString("2026-10-01</td>")))));
        pages.perform(get("/admin/holidays?year=99999").with(role("camunda-admin")))
                .andExpect(status().isBadRequest());
    }

    @Test
    void an_upload_extends_and_replaces() throws Exception {
        assertThat(calendar.isWorkday(NEW_YEAR)).isTrue();
        upload("date,kind,name\r\n2027-01-01,holiday,元旦\r\n2026-10-10,holiday,国庆节\r\n")
                .andExpect(redirectedUrl("/admin/holidays?year=2027"))
                .andExpect(flash().attribute("done", "已录入 2 天。"));
        assertThat(calendar.isWorkday(NEW_YEAR)).isFalse();
        assertThat(calendar.isWorkday(LocalDate.parse("2026-10-10"))).isFalse();
        assertThat(days.all()).hasSize(before.size() + 1);
    }

    @Test
    void what_excel_makes_of_the_file_is_understood() throws Exception {
        upload("\uFEFFdate,kind,name\r\n2027/1/1,holiday,元旦\r\n,,\r\n\r\n2027/1/3,workday,\"元旦\"\r\n")
                .andExpect(redirectedUrl("/admin/holidays?year=2027"));
        assertThat(days.of(Year.of(2027)))
                .containsExactly(
                        new CalendarDay(NEW_YEAR, DayKind.HOLIDAY, "元旦"),
                        new CalendarDay(LocalDate.parse("2027-01-03"), DayKind.WORKDAY, "元旦"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    day,kind,name;2027-01-01,holiday,元旦       | 第 1 行应当是表头“date,kind,name”。
                    2027-01-01,holiday,元旦                      | 第 1 行应当是表头“date,kind,name”。
                    date,kind,name                               | 文件中没有任何日期。
                    date,kind,name;2027-02-30,holiday,春节       | 第 2 行：日期“2027-02-30”无效
                    date,kind,name;;10月1日,holiday,国庆节       | 第 3 行：日期“10月1日”无效
                    date,kind,name;3027-01-01,holiday,元旦       | 第 2 行：日期“3027-01-01”的年份应在 2000 至 2099 之间。
                    date,kind,name;2027-01-01,Holiday,元旦       | 第 2 行：类型“Holiday”无效
                    date,kind,name;2027-01-01,workday,元旦       | 第 2 行：2027-01-01 不是周六或周日
                    date,kind,name;2027-01-01,holiday,           | 第 2 行：名称不能为空。
                    date,kind,name;2027-01-01,holiday            | 第 2 行：应有 3 列，实际有 2 列。
                    date,kind,name;2027-01-01,holiday,元旦,x     | 第 2 行：应有 3 列，实际有 4 列。
                    date,kind,name;2027-01-01,holiday,"元        | 文件中的引号不成对
                    date,kind,name;2027-01-01,holiday,"元;旦"    | 第 3 行：名称不能超过 40 个字
                    """, quoteCharacter = '`')
    void a_bad_file_is_refused_with_its_line(String file, String message) throws Exception {
        refused(upload(file.replace(';', '\n')), message);
    }

    @Test
    void a_date_that_comes_twice_is_refused_with_both_lines() throws Exception {
        refused(
                upload("date,kind,name\n2027-01-01,holiday,元旦\n2027-01-02,holiday,元旦\n2027/1/1,holiday,元旦"),
                "第 4 行：日期 2027-01-01 与第 2 行重复。");
    }

    @Test
    void all_mistakes_are_shown_at_once_and_good_lines_are_not_taken() throws Exception {
        refused(upload("date,kind,name\n2027-01-01,holiday,元旦\nx,y,\n2027-01-04,workday,元旦"), "第 3 行：日期“x”无效")
                .andExpect(content()
                        .string(allOf(
                                containsString("第 3 行：类型“y”无效"),
                                containsString("第 3 行：名称不能为空"),
                                containsString("第 4 行：2027-01-04 不是周六或周日"))));
    }

    @Test
    void an_empty_file_is_refused() throws Exception {
        refused(upload(""), "文件中没有任何日期。");
    }

    @Test
    void a_file_in_gbk_is_refused() throws Exception {
        refused(upload("date,kind,name\n2027-01-01,holiday,元旦".getBytes(Charset.forName("GBK"))), "文件不是 UTF-8 编码。");
    }

    @Test
    void a_name_with_a_nul_or_too_long_is_refused() throws Exception {
        refused(upload("date,kind,name\n2027-01-01,holiday,元\0旦"), "第 2 行：名称不能超过 40 个字");
        refused(upload("date,kind,name\n2027-01-01,holiday," + "元".repeat(41)), "第 2 行：名称不能超过 40 个字");
    }

    @Test
    void a_large_file_is_refused() throws Exception {
        refused(upload("date,kind,name\n" + "\n".repeat(HolidayCsv.MAX_BYTES)), "文件超过 64 KB");
    }

    @Test
    void what_a_file_says_is_shown_as_text() throws Exception {
        refused(upload("date,kind,name\n2027-01-01,<script>,元旦"), "类型“&lt;script&gt;”无效");
    }

    @Test
    void days_are_put_all_or_none() {
        assertThatThrownBy(() -> days.put(List.of(
                        new CalendarDay(NEW_YEAR, DayKind.HOLIDAY, "元旦"),
                        new CalendarDay(NEW_YEAR.plusDays(1), DayKind.HOLIDAY, "元".repeat(41)))))
                .isInstanceOf(DataAccessException.class);
        assertThat(days.all()).isEqualTo(before);
    }

    @Test
    void the_download_can_be_uploaded_again() throws Exception {
        byte[] file = pages.perform(get("/admin/holidays.csv").with(role("camunda-admin")))
                .andExpect(status().isOk())
                .andExpect(header().string(HttpHeaders.CONTENT_TYPE, startsWith("text/csv")))
                .andExpect(header().string(HttpHeaders.CONTENT_DISPOSITION, containsString("holidays.csv")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(HolidayCsv.read(file)).isEqualTo(before);
        upload(file).andExpect(status().is3xxRedirection());
        assertThat(days.all()).isEqualTo(before);
    }

    @Test
    void a_day_listed_by_mistake_can_be_removed() throws Exception {
        assertThat(calendar.isWorkday(LocalDate.parse("2026-10-01"))).isFalse();
        pages.perform(post("/admin/holidays/remove")
                        .param("date", "2026-10-01")
                        .with(role("camunda-admin"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/admin/holidays?year=2026"));
        assertThat(calendar.isWorkday(LocalDate.parse("2026-10-01"))).isTrue();
    }

    @Test
    void a_form_of_another_site_changes_nothing() throws Exception {
        pages.perform(multipart("/admin/holidays").file(csv(new byte[0])).with(role("camunda-admin")))
                .andExpect(status().isForbidden());
    }

    @Test
    void the_missing_list_is_on_the_pages_of_the_administrator() throws Exception {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-10-31T15:59:59Z")));
        pages.perform(get("/admin/holidays").with(role("camunda-admin")))
                .andExpect(content().string(not(containsString("2027 年的节假日"))));
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-10-31T16:00:00Z")));
        pages.perform(get("/admin/holidays").with(role("camunda-admin")))
                .andExpect(content().string(containsString("2027 年的节假日和调休安排尚未录入")));
    }

    private ResultActions upload(String file) throws Exception {
        return upload(file.getBytes(StandardCharsets.UTF_8));
    }

    private ResultActions upload(byte[] file) throws Exception {
        return pages.perform(multipart("/admin/holidays")
                .file(csv(file))
                .with(role("camunda-admin"))
                .with(csrf()));
    }

    private ResultActions refused(ResultActions answer, String message) throws Exception {
        answer.andExpect(status().isBadRequest()).andExpect(content().string(containsString(message)));
        assertThat(days.all()).isEqualTo(before);
        return answer;
    }

    private static MockMultipartFile csv(byte[] file) {
        return new MockMultipartFile("file", "holidays.csv", "text/csv", file);
    }

    private static RequestPostProcessor role(String group) {
        return user("someone").authorities(new SimpleGrantedAuthority(group));
    }
}
