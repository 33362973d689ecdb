package org.tiyanguan.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.tiyanguan.core.PersonNameTest;

/** Enough is left to tell people apart, and not enough to reach them. */
class MaskedTest {

    @Test
    void of_a_name_the_first_sign_stays_and_of_a_longer_one_the_last() {
        assertThat(Masked.name("王小明")).isEqualTo("王＊明");
        assertThat(Masked.name("欧阳小明")).isEqualTo("欧阳＊明");
        assertThat(Masked.name("欧阳修")).isEqualTo("欧阳＊");
        assertThat(Masked.name("欧阳")).isEqualTo("欧＊");
        assertThat(Masked.name("㛃")).isEqualTo("㛃＊");
        assertThat(Masked.name("张䶮")).isEqualTo("张＊");
        assertThat(Masked.name("买买提·吐尔逊")).isEqualTo("买＊＊·吐＊＊");
        assertThat(Masked.name("John")).isEqualTo("J＊＊n");
        assertThat(Masked.name("王明")).isEqualTo("王＊");
        assertThat(Masked.name("王")).isEqualTo("王＊");
        assertThat(Masked.name("𠮷田明")).isEqualTo("𠮷＊明");
        assertThat(Masked.name("")).isEqualTo(Masked.HIDDEN);
        assertThat(Masked.name(null)).isEqualTo(Masked.HIDDEN);
    }

    @Property
    void no_sign_of_a_name_is_cut_and_something_is_hidden(@ForAll("names") String name) {
        String masked = Masked.name(name);
        assertThat(masked).contains("＊").isNotEqualTo(name);
        assertThat(masked.codePoints()).noneMatch(sign -> sign >= 0xD800 && sign <= 0xDFFF);
    }

    @Provide
    Arbitrary<String> names() {
        return PersonNameTest.names();
    }

    @Test
    void of_a_phone_the_beginning_and_the_last_four_digits_stay() {
        assertThat(Masked.phone("13912345678")).isEqualTo("139＊＊＊＊5678");
        assertThat(Masked.phone("12345678")).isEqualTo("123＊＊＊＊5678");
        assertThat(Masked.phone("1234567")).isEqualTo(Masked.HIDDEN);
        assertThat(Masked.phone(null)).isEqualTo(Masked.HIDDEN);
    }

    @Test
    void of_a_mail_address_the_first_sign_and_the_host_stay() {
        assertThat(Masked.email("zhang@example.org")).isEqualTo("z＊＊＊@example.org");
        assertThat(Masked.email("z@example.org")).isEqualTo("z＊＊＊@example.org");
        assertThat(Masked.email("@example.org")).isEqualTo(Masked.HIDDEN);
        assertThat(Masked.email("zhang")).isEqualTo(Masked.HIDDEN);
        assertThat(Masked.email(null)).isNull();
    }

    @Test
    void of_a_birthday_the_year_stays() {
        assertThat(Masked.birthDate(LocalDate.of(1980, 5, 17))).isEqualTo("1980-＊＊-＊＊");
        assertThat(Masked.birthDate(null)).isEqualTo(Masked.HIDDEN);
    }
}
