package org.tiyanguan.engine.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.core.Texts;

/** What each type of field takes, at its bounds, and the sentence for what it does not take. */
class FormCheckTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** Still 9 March in Greenwich. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-09T16:30:00Z"), SHANGHAI);

    private static final FormCheck CHECK = new FormCheck(new FieldRules(new Texts(messages()), CLOCK));

    @Test
    void what_is_required_is_asked_for_in_the_words_of_its_type() {
        for (Object nothing : new Object[] {null, "", " \n", json("[]")}) {
            assertThat(faults("textfield", "'validate': {'required': true}", nothing))
                    .containsExactly("请填写“项目”");
            assertThat(faults("datetime", "'validate': {'required': true}", nothing))
                    .containsExactly("请填写“项目”");
            for (String type : List.of("radio", "select", "checklist", "taglist"))
                assertThat(faults(type, "'validate': {'required': true}", nothing))
                        .containsExactly("请选择“项目”");
        }
        assertThat(faults("checkbox", "'validate': {'required': true}", false)).containsExactly("请勾选“项目”");
        assertThat(faults("checkbox", "'validate': {'required': true}", true)).isEmpty();
        assertThat(faults("textfield", "'validate': {'required': false}", "")).isEmpty();
        assertThat(faults("textfield", "'validate': {'required': true}", "有")).isEmpty();
    }

    @Test
    void what_was_there_before_counts_as_filled_in() {
        FormFile form = form("textfield", "'validate': {'required': true}");
        assertThat(faults(form, Map.of(), Map.of("field", "早就写了"))).isEmpty();
        assertThat(faults(form, Map.of("field", ""), Map.of("field", "早就写了"))).containsExactly("请填写“项目”");
    }

    @Test
    void a_text_is_as_long_as_its_form_allows() {
        String bounds = "'validate': {'minLength': 2, 'maxLength': 5}";
        assertThat(faults("textfield", bounds, "一")).containsExactly("“项目”至少写 2 个字");
        assertThat(faults("textfield", bounds, " 一 ")).containsExactly("“项目”至少写 2 个字");
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
        "email, a@b.cn, true",
        "email, a@b, false",
        "email, a b@c.cn, false",
        "phone, +8613912345678, true",
        "phone, 008613912345678, true",
        "phone, 13912345678, false",
        "phone, +12345, false",
        "phone, +1234567890123456789, false",
    })
    void mail_addresses_and_phone_numbers_look_like_it(String type, String text, boolean fits) {
        assertThat(faults("textfield", "'validate': {'validationType': '" + type + "'}", text))
                .hasSize(fits ? 0 : 1)
                .allMatch(fault -> fault.equals("“项目”的格式不对，请检查后重新填写"));
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

    @Test
    void what_the_choices_hide_stays_empty_and_is_not_asked_for() {
        FormFile form = form("textfield", "'validate': {'required': true}, 'conditional': {'hide': '=kind = \"A\"'}");
        assertThat(faults(form, Map.of(), Map.of("kind", "A"))).isEmpty();
        assertThat(faults(form, Map.of("field", ""), Map.of("kind", "A"))).isEmpty();
        assertThat(faults(form, Map.of("field", "x"), Map.of("kind", "A"))).containsExactly("按您的选择，“项目”不用填写，请清空");
        assertThat(faults(form, Map.of(), Map.of("kind", "B"))).containsExactly("请填写“项目”");
        assertThat(faults(form, Map.of("field", "x"), Map.of("kind", "B"))).isEmpty();
    }

    @Test
    void what_hangs_on_something_hidden_is_hidden_with_it() {
        FormFile form = read("""
                {'id': 'test', 'components': [
                  {'key': 'first', 'type': 'textfield', 'label': '一', 'conditional': {'hide': '=kind = "A"'}},
                  {'key': 'second', 'type': 'textfield', 'label': '二', 'conditional': {'hide': '=first = null'}}]}""");
        assertThat(faults(form, Map.of("second", "x"), Map.of("kind", "A", "first", "old")))
                .containsExactly("按您的选择，“二”不用填写，请清空");
    }

    @Test
    void a_group_hides_what_is_in_it() {
        FormFile form = read("""
                {'id': 'test', 'components': [{'type': 'group', 'conditional': {'hide': '=kind = "A"'}, 'components': [
                  {'key': 'inner', 'type': 'textfield', 'label': '里', 'validate': {'required': true}}]}]}""");
        assertThat(faults(form, Map.of(), Map.of("kind", "A"))).isEmpty();
        assertThat(faults(form, Map.of(), Map.of("kind", "B"))).containsExactly("请填写“里”");
    }

    @Test
    void what_is_locked_keeps_its_value() {
        for (String lock : List.of("'disabled': true", "'readonly': true", "'readonly': '=kind = \"A\"'")) {
            FormFile form = form("textfield", lock);
            Map<String, Object> before = Map.of("field", "旧", "kind", "A");
            assertThat(faults(form, Map.of(), before)).as(lock).isEmpty();
            assertThat(faults(form, Map.of("field", "旧"), before)).as(lock).isEmpty();
            assertThat(faults(form, Map.of("field", "新"), before)).as(lock).containsExactly("“项目”不能修改");
        }
        for (String open : List.of("'disabled': false", "'readonly': false", "'readonly': '=kind = \"A\"'"))
            assertThat(faults(form("textfield", open), Map.of("field", "新"), Map.of("field", "旧", "kind", "B")))
                    .as(open)
                    .isEmpty();
    }

    @Test
    void what_the_form_does_not_ask_for_is_refused_by_name_in_order() {
        FormFile form = form("textfield", "");
        assertThat(faults(form, Map.of("stranger", 1, "outsider", 2, "field", "x"), Map.of()))
                .containsExactly("这张表里没有“outsider”这一项，请刷新页面后重新填写", "这张表里没有“stranger”这一项，请刷新页面后重新填写");
        assertThat(faults(form, Map.of("x".repeat(60), 1), Map.of()))
                .containsExactly("这张表里没有“" + "x".repeat(60) + "”这一项，请刷新页面后重新填写");
        assertThat(faults(form, Map.of("x".repeat(61), 1), Map.of()))
                .containsExactly("这张表里没有“" + "x".repeat(60) + "…”这一项，请刷新页面后重新填写");
        assertThat(faults(form, Map.of("a\u0007b", 1), Map.of())).containsExactly("这张表里没有“ab”这一项，请刷新页面后重新填写");
    }

    @Test
    void no_form_sends_dates_or_files_or_java_objects() {
        assertThat(faults("textfield", "", new Date())).hasSize(1);
        assertThat(faults("datetime", "", new Date())).hasSize(1);
        assertThat(faults("textfield", "", Variables.objectValue(Map.of()).create()))
                .hasSize(1);
        assertThat(faults("textfield", "", Variables.byteArrayValue(new byte[] {65})))
                .hasSize(1);
        assertThat(faults("textfield", "", json("{broken"))).hasSize(1);
    }

    @Test
    void all_that_is_wrong_is_said_at_once_each_at_its_field() {
        FormFile form = read("""
                {'id': 'test', 'components': [
                  {'key': 'title', 'type': 'textfield', 'label': '标题', 'validate': {'required': true}},
                  {'key': 'days', 'type': 'number', 'label': '天数', 'validate': {'min': 1}},
                  {'key': 'ok', 'type': 'textfield', 'label': '对的'}]}""");
        assertThat(refusal(form, Map.of("days", 0, "ok", "x"), Map.of()).faults())
                .extracting(Refusal.Fault::field)
                .containsExactly("title", "days");
    }

    @Test
    void a_delegated_task_is_given_back_in_another_way() {
        assertThat(CHECK.delegated().getMessage()).contains("委派");
    }

    @Test
    void an_expression_can_be_read_or_not() {
        assertThat(CHECK.canRead("=a = 1")).isTrue();
        assertThat(CHECK.canRead(" = a = 1")).isTrue();
        assertThat(CHECK.canRead("=a = = 1")).isFalse();
    }

    private static List<String> faults(String type, String definition, Object value) {
        Map<String, Object> sent = new HashMap<>();
        sent.put("field", value);
        return faults(form(type, definition), sent, Map.of());
    }

    private static List<String> faults(FormFile form, Map<String, Object> sent, Map<String, Object> known) {
        Refusal refusal = refusal(form, sent, known);
        return refusal == null
                ? List.of()
                : refusal.faults().stream().map(Refusal.Fault::message).toList();
    }

    /** Null if nothing is wrong. */
    private static Refusal refusal(FormFile form, Map<String, Object> sent, Map<String, Object> known) {
        try {
            CHECK.check(form, variables(sent), variables(known));
            return null;
        } catch (Refusal refusal) {
            return refusal;
        }
    }

    private static VariableMap variables(Map<String, Object> values) {
        VariableMap variables = Variables.createVariables();
        variables.putAll(values);
        return variables;
    }

    private static Object json(String text) {
        return SpinValues.jsonValue(text).create();
    }

    private static FormFile form(String type, String definition) {
        return read("{'id': 'test', 'components': [{'key': 'field', 'type': '" + type + "', 'label': '项目'"
                + (definition.isEmpty() ? "" : ", " + definition) + "}]}");
    }

    /** With single quotes for double ones. */
    private static FormFile read(String json) {
        String text = json.replace("\"", "\\\"").replace('\'', '"');
        return FormFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/form");
        messages.setDefaultEncoding("UTF-8");
        return messages;
    }
}
