package org.tiyanguan.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a name is the family's, and that no sign of a name is ever cut. */
public class PersonNameTest {

    @ParameterizedTest
    @CsvSource({
        "王小明,王,小明",
        "王明,王,明",
        "王,王,''",
        "欧阳,欧,阳",
        "欧阳修,欧阳,修",
        "欧阳娜娜,欧阳,娜娜",
        "司马光,司马,光",
        "上官婉儿,上官,婉儿",
        "诸葛亮,诸葛,亮",
        "淳于意,淳于,意",
        "𠮷野家,𠮷,野家",
        "𠮷,𠮷,''",
        "㛃,㛃,''",
        "㛃䶮,㛃,䶮",
        "张䶮,张,䶮",
        "张𠮷,张,𠮷",
        "买买提·吐尔逊,买买提,·吐尔逊",
        "买买提·吐尔逊·艾山,买买提,·吐尔逊·艾山",
        "次仁•卓玛,次仁,•卓玛",
        "张\uE863,张,\uE863",
        "John Smith,'',John Smith",
        "lihua,'',lihua",
        "J.P.,'',J.P.",
        "'','',''"
    })
    void the_family_name_of(String name, String surname, String given) {
        assertThat(PersonName.of(name)).isEqualTo(new PersonName(surname, given));
    }

    @ParameterizedTest
    @CsvSource({
        "张　三,张三",
        "' 张 三 ',张三",
        "买买提.吐尔逊,买买提·吐尔逊",
        "买买提•吐尔逊,买买提·吐尔逊",
        "买买提 ・ 吐尔逊,买买提·吐尔逊",
        "𠮷 野家,𠮷野家",
        "John  Smith,John  Smith",
        "J.P.,J.P.",
        "王小明,王小明"
    })
    void is_kept_in_one_form(String typed, String name) {
        assertThat(PersonName.written(typed)).isEqualTo(name);
    }

    @Test
    void people_stand_in_the_order_of_their_sounds() {
        assertThat(Stream.of("张三", "𠮷野家", "李四", "王五", "阿明", "㛃", "欧阳修").sorted(PersonName.ORDER))
                .startsWith("阿明", "李四", "欧阳修", "王五", "张三")
                .contains("𠮷野家", "㛃");
    }

    @Property
    void both_parts_are_the_whole_name(@ForAll("names") String name) {
        PersonName parts = PersonName.of(name);
        assertThat(parts.surname() + parts.given()).isEqualTo(name);
        assertThat(parts.surname()).isNotEmpty();
        for (String part : List.of(parts.surname(), parts.given()))
            assertThat(part.codePoints()).noneMatch(sign -> sign >= 0xD800 && sign <= 0xDFFF);
        assertThat(PersonName.written(PersonName.written(name))).isEqualTo(PersonName.written(name));
    }

    @Property
    void the_order_is_one(@ForAll("names") String one, @ForAll("names") String other) {
        assertThat(Integer.signum(PersonName.ORDER.compare(one, other)))
                .isEqualTo(-Integer.signum(PersonName.ORDER.compare(other, one)));
        assertThat(PersonName.ORDER.compare(one, other) == 0).isEqualTo(one.equals(other));
    }

    @Provide
    public static Arbitrary<String> names() {
        Arbitrary<String> signs = Arbitraries.of(
                        "王", "𠮷", "㛃", "䶮", "𰻝", "家", "阳", "\uE863", "\uD888\uDC00", "〇", "葛\uDB40\uDD00")
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(list -> String.join("", list));
        Arbitrary<String> surnames = Arbitraries.of(PersonName.DOUBLE_SURNAMES);
        return Arbitraries.oneOf(
                signs,
                Combinators.combine(surnames, signs).as(String::concat),
                Combinators.combine(signs, Arbitraries.of("·", "•", "・"), signs)
                        .as((first, point, last) -> first + point + last));
    }
}
