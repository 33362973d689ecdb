package org.tiyanguan.engine.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tiyanguan.engine.forms.CheckedForms.CHECK;
import static org.tiyanguan.engine.forms.CheckedForms.faults;
import static org.tiyanguan.engine.forms.CheckedForms.form;
import static org.tiyanguan.engine.forms.CheckedForms.json;
import static org.tiyanguan.engine.forms.CheckedForms.read;
import static org.tiyanguan.engine.forms.CheckedForms.refusal;

import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.tiyanguan.core.Refusal;

/** What a form asks for and what it hides, locks or has never heard of, field by field. */
class FormCheckTest {

    @Test
    void what_is_required_is_asked_for_in_the_words_of_its_type() {
        for (Object nothing : new Object[] {null, "", " \n", "\u200b \u3164", json("[]"), json(null)}) {
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
}
