package org.tiyanguan.core;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Texts are counted and cut as people see them. */
class SignsTest {

    private static final String VARIANT = "葛\uDB40\uDD00";

    @Test
    void a_sign_of_two_chars_is_one() {
        assertThat(Signs.seen("𠮷")).isEqualTo(1);
        assertThat(Signs.seen(" 𠮷野家\u200B ")).isEqualTo(3);
        assertThat(Signs.of("𠮷野" + VARIANT)).containsExactly("𠮷", "野", VARIANT);
    }

    @Test
    void what_belongs_to_a_sign_goes_with_it() {
        assertThat(Signs.cut("野𠮷家", 2)).isEqualTo("野");
        assertThat(Signs.cut("野𠮷家", 3)).isEqualTo("野𠮷");
        assertThat(Signs.cut("野" + VARIANT, 2)).isEqualTo("野");
        assertThat(Signs.cut("野" + VARIANT, 3)).isEqualTo("野");
        assertThat(Signs.shortened("野𠮷家家", 4)).isEqualTo("野𠮷…");
        assertThat(Signs.cut(null, 2)).isNull();
    }

    @Test
    void marks_without_end_do_not_make_a_text_empty() {
        assertThat(Signs.cut("a" + "\u0301".repeat(50), 30)).hasSize(30);
    }

    @Property
    void cutting_never_cuts_a_sign(@ForAll("texts") String text, @ForAll @IntRange(min = 1, max = 60) int most) {
        String cut = Signs.cut(text, most);
        assertThat(text).startsWith(cut);
        assertThat(cut.length()).isLessThanOrEqualTo(most);
        assertThat(cut.codePoints()).noneMatch(sign -> sign >= 0xD800 && sign <= 0xDFFF);
        assertThat(String.join("", Signs.of(text))).isEqualTo(text);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("𠮷", "㛃", "䶮", "家", VARIANT, "·", "\u200B", "👨‍👩‍👧", "e\u0301", "a", "\uE863")
                .list()
                .ofMaxSize(30)
                .map(signs -> String.join("", signs));
    }
}
