package org.tiyanguan.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.StaticMessageSource;

/** A text in which one sees nothing is no answer, however many signs it has. */
class UnseenTest {

    private final Texts texts = new Texts(messages(), "");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u202e\u200b\u200b\u200b\u200b\u200b",
                "\u3164\u3164\u3164\u3164\u3164",
                "\u2800\u2800\u2800\u2800\u2800",
                " \u00ad\ufeff\u2060\u200d\ufe0f ",
                "\u200b\u200b\u200b\u200b不行"
            })
    void what_nobody_sees_makes_no_text_long_enough(String text) {
        assertThatThrownBy(() -> texts.length("reason", text, 5, 500)).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"问题又出现", "𠮷𠮷𠮷𠮷𠮷", "又 出 现 了", "还要等\u200b两小时"})
    void what_one_reads_stays_as_it_was_typed(String text) {
        assertThat(texts.length("reason", " " + text + " ", 5, 500)).isEqualTo(text);
    }

    @Test
    void signs_are_counted_without_those_that_nobody_sees() {
        assertThat(Unseen.without(" 张\u200b三\u202e丰 ")).isEqualTo("张三丰");
        assertThat(Unseen.without("𠮷")).isEqualTo("𠮷");
        assertThat(Unseen.isAll("\u200b \u3164")).isTrue();
        assertThat(Unseen.isAll("\u200b好")).isFalse();
        assertThat(FormValues.text(Map.of("reason", "\u202e\u200b"), "reason")).isNull();
    }

    private static StaticMessageSource messages() {
        StaticMessageSource messages = new StaticMessageSource();
        messages.setUseCodeAsDefaultMessage(true);
        return messages;
    }
}
