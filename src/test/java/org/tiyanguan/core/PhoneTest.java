package org.tiyanguan.core;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However people type a telephone number, it is one number. */
class PhoneTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "13800138000|13800138000",
                "+8613800138000|13800138000",
                "008613800138000|13800138000",
                "86 138 0013 8000|13800138000",
                "+86-138-0013-8000|13800138000",
                "138 0013 8000|13800138000",
                "138-0013-8000|13800138000",
                "１３８００１３８０００|13800138000",
                "＋８６　１３８００１３８０００|13800138000",
                "013800138000|13800138000",
                "138\u200B00138000|13800138000",
                "0766-8838383|0766-8838383",
                "07668838383|0766-8838383",
                "（0766）8838383|0766-8838383",
                "(0766) 883 8383|0766-8838383",
                "+86 766 8838383|0766-8838383",
                "+86 0766 8838383|0766-8838383",
                "010-12345678|",
                "010-62345678|010-62345678",
                "020 8123 4567|020-81234567",
                "（0766）8838383 转 12|0766-8838383-12",
                "0766-8838383转12|0766-8838383-12",
                "0766-8838383转分机12|0766-8838383-12",
                "0766-8838383-12|0766-8838383-12",
                "0766－8838383－8012|0766-8838383-8012",
                "0766 8838383 ext. 12|0766-8838383-12",
                "0766-8838383#12|0766-8838383-12",
                "4008838383|400-883-8383",
                "400-883-8383|400-883-8383",
                "400 8838 383|400-883-8383",
                "400-883-8383 转 2|400-883-8383-2",
                "800-830-1234|800-830-1234",
                "+852 9123 4567|+85291234567",
                "00853-62345678|+85362345678",
                "+86852|",
                "12345|",
                "8838383|",
                "138001380001|",
                "12800138000|",
                "1380013800|",
                "13800138000 转 12|",
                "13800138000,13900139000|",
                "0766-8838383转|",
                "电话|",
                "''|",
                "+8612800138000|"
            })
    void is_kept_as(String typed, String kept) {
        assertThat(Phone.kept(typed).orElse(null)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"13800138000", "+86 138 0013 8000", "１３８－００１３－８０００"})
    void a_mobile_phone_is_one(String typed) {
        assertThat(Phone.isMobile(typed)).isTrue();
        assertThat(Phone.isMobile("0766-8838383")).isFalse();
    }

    @Property
    void a_number_in_any_dress_is_kept_alike(@ForAll("numbers") String kept, @ForAll("dresses") Dress dress) {
        assertThat(Phone.kept(kept)).contains(kept);
        assertThat(Phone.kept(dress.on(kept))).contains(kept);
        assertThat(kept).hasSizeLessThanOrEqualTo(20);
    }

    @Property
    void no_text_is_too_odd(@ForAll @StringLength(max = 60) String text) {
        Phone.kept(text).ifPresent(kept -> assertThat(Phone.kept(kept)).contains(kept));
    }

    record Dress(String before, String gap, boolean wide) {

        String on(String kept) {
            String body = kept.startsWith("1") ? String.join(gap, kept.split("(?<=^.{3}|^.{7})")) : kept;
            String text = (kept.startsWith("1") ? before : "") + body;
            if (!wide) return text;
            return text.chars()
                    .mapToObj(sign -> String.valueOf((char) (sign > ' ' && sign < 127 ? sign + 0xFEE0 : sign)))
                    .reduce("", String::concat);
        }
    }

    @Provide
    Arbitrary<Dress> dresses() {
        return Combinators.combine(
                        Arbitraries.of("", "+86", "86", "0086", "+86 ", "(+86)", "0"),
                        Arbitraries.of("", " ", "-", "　", "–", "\u00A0", "\u200B", "."),
                        Arbitraries.of(true, false))
                .as(Dress::new);
    }

    @Provide
    Arbitrary<String> numbers() {
        Arbitrary<String> digits = Arbitraries.strings().numeric().ofLength(9);
        Arbitrary<String> seven = Arbitraries.strings().numeric().ofLength(6);
        return Arbitraries.oneOf(
                Combinators.combine(Arbitraries.integers().between(13, 19), digits)
                        .as((first, rest) -> first + rest),
                Combinators.combine(
                                Arbitraries.of("0766", "0319", "010", "020"),
                                Arbitraries.integers().between(2, 9),
                                seven,
                                Arbitraries.of("", "-1", "-8012"))
                        .as((area, first, rest, more) -> area + "-" + first + rest + more),
                seven.map(rest -> "400-" + rest.substring(0, 3) + "-" + rest.substring(2)));
    }
}
