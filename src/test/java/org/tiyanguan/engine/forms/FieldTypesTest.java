package org.tiyanguan.engine.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tiyanguan.engine.forms.CheckedForms.faults;
import static org.tiyanguan.engine.forms.CheckedForms.form;
import static org.tiyanguan.engine.forms.CheckedForms.json;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each type of field takes, at its bounds, and the sentence for what it does not take. */
class FieldTypesTest {

    @Test
    void a_text_is_as_long_as_its_form_allows() {
        String bounds = "'validate': {'minLength': 2, 'maxLength': 5}";
        assertThat(faults("textfield", bounds, "一")).containsExactly("“项目”至少写 2 个字");
        assertThat(faults("textfield", bounds, " 一 ")).containsExactly("“项目”至少写 2 个字");
        assertThat(faults("textfield", bounds, "一\u200b\u200b")).containsExactly("“项目”至少写 2 个字");
        assertThat(faults("textfield", bounds, "一二")).isEmpty();
        assertThat(faults("textfield", bounds, "一二三四五")).isEmpty();
        assertThat(faults("textfield", bounds, "一二三四五六")).containsExactly("“项目”最多写 5 个字");
    }

    @Test
    void a_text_without_a_bound_is_as_long_as_the_column() {
        assertThat(faults("textarea", "", "字".repeat(4000))).isEmpty();
        assertThat(faults("textarea", "", "字".repeat(4001))).containsExactly("“项目”最多写 4000 个字");
    }

    @Test
    void a_bound_may_be_an_expression_over_the_other_fields() {
        FormFile form = form("textfield", "'validate': {'maxLength': '=most'}");
        assertThat(faults(form, Map.of("field", "一二三"), Map.of("most", 3))).isEmpty();
        assertThat(faults(form, Map.of("field", "一二三四"), Map.of("most", 3))).containsExactly("“项目”最多写 3 个字");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\u0007b", "\u007f", "\ud842", "\ufffe", "\uffff"})
    void signs_that_no_font_shows_are_refused(String text) {
        assertThat(faults("textarea", "", text)).containsExactly("“项目”里有无法识别的字符，请删掉后再提交");
    }

    @Test
    void lines_and_tabs_and_signs_beyond_the_bmp_are_text() {
        assertThat(faults("textarea", "", "一\r\n二\t𠮷😀")).isEmpty();
        assertThat(faults("textfield", "", "一\t𠮷😀")).isEmpty();
        assertThat(faults("textfield", "", "一\n二")).containsExactly("“项目”里有无法识别的字符，请删掉后再提交");
    }

    @Test
    void a_text_is_a_text() {
        assertThat(faults("textfield", "", 5)).containsExactly("“项目”的格式不对，请检查后重新填写");
        assertThat(faults("textarea", "", List.of("a"))).containsExactly("“项目”的格式不对，请检查后重新填写");
        assertThat(faults("checkbox", "", "true")).containsExactly("“项目”的格式不对，请检查后重新填写");
    }

    @ParameterizedTest
    @CsvSource({
        "phone, +8613912345678, true",
        "phone, 008613912345678, true",
        "phone, 13912345678, false",
        "phone, +12345, false",
        "phone, +1234567890123456789, false",
    })
    void numbers_with_the_plus_of_tasklist_look_like_it(String type, String text, boolean fits) {
        assertThat(faults("textfield", "'validate': {'validationType': '" + type + "'}", text))
                .hasSize(fits ? 0 : 1)
                .allMatch(fault -> fault.equals("“项目”的格式不对，请检查后重新填写"));
    }

    @ParameterizedTest
    @CsvSource({
        "email, zhang@qq.com, true",
        "email, zhang@例子.中国, true",
        "email, a@b, false",
        "email, a b@c.cn, false",
        "email, a..b@x..com, false",
        "email, zhang@qq.com., false",
        "phone, １３８００１３８０００, true",
        "phone, （0766）8838383 转 12, true",
        "phone, 12345, false",
        "mobile, +86 138-0013-8000, true",
        "mobile, 0766-8838383, false",
    })
    void what_a_field_accepts_it_says(String accepts, String text, boolean fits) {
        String rule = "'properties': {'accepts': '" + accepts + "'}";
        assertThat(faults("textfield", rule, text))
                .hasSize(fits ? 0 : 1)
                .noneMatch(fault -> fault.equals("“项目”的格式不对，请检查后重新填写"));
        if (accepts.equals("email"))
            assertThat(faults("textfield", "'validate': {'validationType': 'email'}", text))
                    .isEqualTo(faults("textfield", rule, text));
    }

    @Test
    void a_pattern_has_to_be_found_as_well() {
        assertThat(faults("textfield", "'validate': {'pattern': '^1[0-9]+$'}", "123"))
                .isEmpty();
        assertThat(faults("textfield", "'validate': {'pattern': '^1[0-9]+$'}", "223"))
                .hasSize(1);
        String both = "'validate': {'validationType': 'email', 'pattern': 'cn$'}";
        assertThat(faults("textfield", both, "a@b.cn")).isEmpty();
        assertThat(faults("textfield", both, "a@b.com")).hasSize(1);
        assertThat(faults("textfield", both, "cn")).hasSize(1);
    }

    @Test
    void a_number_lies_within_its_bounds() {
        String bounds = "'decimalDigits': 0, 'validate': {'min': 1, 'max': 90}";
        assertThat(faults("number", bounds, 0)).containsExactly("“项目”不能小于 1");
        assertThat(faults("number", bounds, 1)).isEmpty();
        assertThat(faults("number", bounds, 90L)).isEmpty();
        assertThat(faults("number", bounds, 91)).containsExactly("“项目”不能大于 90");
        assertThat(faults("number", bounds, 1.5)).containsExactly("“项目”请填整数");
        assertThat(faults("number", bounds, 2.0)).isEmpty();
        assertThat(faults("number", bounds, "2")).containsExactly("“项目”请填数字");
        assertThat(faults("number", bounds, Double.NaN)).containsExactly("“项目”请填数字");
        assertThat(faults("number", "", 1.23456)).isEmpty();
    }

    @Test
    void a_number_has_so_many_decimals() {
        assertThat(faults("number", "'decimalDigits': 2", 1.25)).isEmpty();
        assertThat(faults("number", "'decimalDigits': 2", 1.255)).containsExactly("“项目”最多保留 2 位小数");
    }

    @Test
    void a_number_may_come_as_text_where_the_form_says_so() {
        String asText = "'serializeToString': true, 'validate': {'max': 5}";
        assertThat(faults("number", asText, "5")).isEmpty();
        assertThat(faults("number", asText, "6")).containsExactly("“项目”不能大于 5");
        assertThat(faults("number", asText, "five")).containsExactly("“项目”请填数字");
        assertThat(faults("number", asText, 5)).containsExactly("“项目”请填数字");
    }

    @Test
    void one_chooses_among_what_is_offered() {
        String values = "'values': [{'label': '甲', 'value': 'A'}, {'label': '乙', 'value': 'B'}]";
        for (String type : List.of("radio", "select")) {
            assertThat(faults(type, values, "A")).isEmpty();
            assertThat(faults(type, values, "C")).containsExactly("请在列出的选项里选择“项目”");
            assertThat(faults(type, values, "甲")).containsExactly("请在列出的选项里选择“项目”");
        }
        assertThat(faults("select", "'values': [{'label': '一', 'value': 1}]", 1.0))
                .isEmpty();
    }

    @Test
    void what_is_offered_may_be_a_variable_or_an_expression() {
        Object departments = json("[{\"label\": \"公安\", \"value\": \"gongan\"}, \"shebao\"]");
        FormFile byKey = form("select", "'valuesKey': 'departments'");
        assertThat(faults(byKey, Map.of("field", "gongan"), Map.of("departments", departments)))
                .isEmpty();
        assertThat(faults(byKey, Map.of("field", "shebao"), Map.of("departments", departments)))
                .isEmpty();
        assertThat(faults(byKey, Map.of("field", "dangan"), Map.of("departments", departments)))
                .hasSize(1);
        assertThat(faults(byKey, Map.of("field", "gongan"), Map.of())).hasSize(1);
        FormFile byExpression = form("select", "'valuesExpression': '=departments'");
        assertThat(faults(byExpression, Map.of("field", "gongan"), Map.of("departments", departments)))
                .isEmpty();
        assertThat(faults(byExpression, Map.of("field", "dangan"), Map.of("departments", departments)))
                .hasSize(1);
    }

    @Test
    void several_are_chosen_once_each() {
        String values = "'values': [{'label': '甲', 'value': 'A'}, {'label': '乙', 'value': 'B'}]";
        for (String type : List.of("checklist", "taglist")) {
            assertThat(faults(type, values, json("[\"A\", \"B\"]"))).isEmpty();
            assertThat(faults(type, values, json("[\"A\", \"C\"]"))).containsExactly("请在列出的选项里选择“项目”");
            assertThat(faults(type, values, json("[\"A\", \"A\"]"))).containsExactly("“项目”里有重复的选项");
            assertThat(faults(type, values, "A")).containsExactly("请在列出的选项里选择“项目”");
        }
    }

    @Test
    void a_day_lies_in_years_that_the_calendar_has() {
        assertThat(faults("datetime", "", "1900-01-01")).isEmpty();
        assertThat(faults("datetime", "", "2099-12-31")).isEmpty();
        for (String day : List.of("1899-12-31", "2100-01-01", "2026-02-29", "2026-3-9", "明天"))
            assertThat(faults("datetime", "", day)).containsExactly("“项目”请填写日期，如 2026-03-09");
        assertThat(faults("datetime", "", 20260309)).containsExactly("“项目”请填写日期，如 2026-03-09");
    }

    @Test
    void a_day_that_has_passed_is_refused_where_the_form_says_so() {
        String future = "'disallowPassedDates': true";
        assertThat(faults("datetime", future, "2026-03-09")).containsExactly("“项目”不能早于今天");
        assertThat(faults("datetime", future, "2026-03-10")).isEmpty();
        assertThat(faults("datetime", "", "2026-03-09")).isEmpty();
        String time = "'subtype': 'datetime', " + future;
        assertThat(faults("datetime", time, "2026-03-09T15:00:00Z")).containsExactly("“项目”不能早于今天");
        assertThat(faults("datetime", time, "2026-03-09T16:00:00Z")).isEmpty();
    }

    @Test
    void a_time_and_a_day_with_a_time_have_formats_of_their_own() {
        assertThat(faults("datetime", "'subtype': 'time'", "09:30")).isEmpty();
        assertThat(faults("datetime", "'subtype': 'time'", "25:00")).containsExactly("“项目”请填写时间，如 09:30");
        assertThat(faults("datetime", "'subtype': 'datetime'", "2026-03-09T09:30+08:00"))
                .isEmpty();
        assertThat(faults("datetime", "'subtype': 'datetime'", "2026-03-09")).containsExactly("“项目”请填写日期和时间");
        assertThat(faults("datetime", "'subtype': 'datetime'", "1800-03-09T09:30+08:00"))
                .containsExactly("“项目”请填写日期和时间");
    }
}
