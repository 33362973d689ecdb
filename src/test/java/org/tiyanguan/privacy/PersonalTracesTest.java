package org.tiyanguan.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.tiyanguan.core.Texts;
import org.tiyanguan.privacy.Somebody.Known;
import org.tiyanguan.privacy.Trace.Kind;

/** What is found in texts that tell who wrote them, and what is left alone in texts that do not. */
public class PersonalTracesTest {

    private static final Somebody WRITER = Somebody.UNKNOWN.and(Stream.of(
            new Known(Kind.NAME, "张三丰"),
            new Known(Kind.ACCOUNT, "tyg2026000007"),
            new Known(Kind.PHONE, "0766-8812345"),
            new Known(Kind.MAIL, "sanfeng@example.org"),
            new Known(Kind.EMPLOYER, "云浮石材有限公司")));

    private static final PersonalTraces TRACES = traces();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "本人张三丰，电话 13912345678|本人〔姓名〕，电话 〔电话〕",
                "反映人张 三 丰说|反映人〔姓名〕说",
                "张·三·丰在场|〔姓名〕在场",
                "请联系张先生|请联系〔姓名〕",
                "本人姓张，排队|本人姓〔姓名〕，排队",
                "我是老张。|我是老〔姓名〕。",
                "叫我三丰|叫我〔姓名〕",
                "打139 1234 5678找我|打〔电话〕找我",
                "打139-1234-5678|打〔电话〕",
                "打１３９１２３４５６７８|打〔电话〕",
                "打+86 13912345678|打〔电话〕",
                "打一三九一二三四五六七八|打〔电话〕",
                "打壹叁玖12345六七八|打〔电话〕",
                "打1️⃣3️⃣912345678|打〔电话〕",
                "打①③⑨①②③④⑤⑥⑦⑧|打〔电话〕",
                "家里电话0766-8123456|家里电话〔电话〕",
                "单位号0766 8812345|单位号〔电话〕",
                "我的电话8123456|我的电话〔电话〕",
                "打+852 9123 4567|打〔电话〕",
                "身份证445302199001011234|身份证〔证件号〕",
                "身份证44530219900101123X没带|身份证〔证件号〕没带",
                "证号445302 19900101 123x|证号〔证件号〕",
                "证号445302900101123|证号〔证件号〕",
                "护照E12345678|护照〔证件号〕",
                "身份证后四位1234|身份证后四位〔证件号〕",
                "写信到 zhang.san@example.com|写信到 〔邮箱〕",
                "写信到zhang＠example．com|写信到〔邮箱〕",
                "微信号：zhang_sanfeng|微信号：〔微信号〕",
                "加vx zhangsan88|加vx 〔微信号〕",
                "QQ 12345678|QQ 〔微信号〕",
                "车牌粤A12345|车牌〔车牌〕",
                "车牌粤A·D12345|车牌〔车牌〕",
                "车牌粤W·12345停在门口|车牌〔车牌〕停在门口",
                "卡号6222 0212 3456 7890 123|卡号〔卡号〕",
                "刷4111111111111111没成功|刷〔卡号〕没成功",
                "家住碧桂园3栋2单元501室|家住〔住址〕",
                "碧桂园小区12座1203房没收到|〔住址〕没收到",
                "家住锦绣小区，不远|家住〔住址〕，不远",
                "兴云路18号502室|〔住址〕",
                "云浮石材有限公司来办|〔单位〕来办",
                "账号tyg2026000007登录不了|账号〔账号〕登录不了",
            })
    void what_names_the_writer_is_replaced(String text, String masked) {
        assertThat(TRACES.masked(WRITER, text)).isEqualTo(masked);
    }

    /** Nothing is on record of who called a hotline. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "本人李晓梅，多次来电|本人〔姓名〕，多次来电",
                "我叫欧阳静秋，住在附近|我叫〔姓名〕，住在附近",
                "我叫𠮷田。|我叫〔姓名〕。",
                "姓名：王 建国|姓名：〔姓名〕",
                "我姓陈，上周来过|我姓〔姓名〕，上周来过",
                "反映人李女士说|反映人〔姓名〕说",
            })
    void somebody_unknown_who_says_their_name_is_not_named_either(String text, String masked) {
        assertThat(TRACES.masked(Somebody.UNKNOWN, text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "窗口电话12345一直占线",
                "拨打0766-8988000咨询热线，咨询热线0766-8988001也一样",
                "12315、12366和95598都打不通",
                "咨询电话0766-8988000没人接",
                "二楼205室没人，3号窗口排到A025号",
                "取号后等了两个小时，只开了一个窗口。",
                "一楼B区5号窗口要求补证明，来回跑了两趟",
                "本人方便，希望周六开放",
                "我是高中生，第一次来办",
                "我是来办户口迁移的，本人经常来",
                "本人于2026年3月2日上午10:30到大厅",
                "编号TYG-2026-000123，期限2026-03-13 17:30",
                "流水号2026030200012345没有结果",
                "缴费1580元，材料一式三份共18页",
                "政务服务大厅A座三楼302室",
                "兴云路18号政务服务中心二楼",
                "社会信用代码91445300MA4W1234XX",
                "微信小程序打不开，微信扫码没反应",
                "第三十一届运动会期间车位紧张",
                "统一社会信用代码查询不到，全程网办不通",
                "户籍窗口取号后等到下午，成功预约了明天",
                "https://www.example.gov.cn/query?id=2026030212"
            })
    void ordinary_texts_stay_as_they_are(String text) {
        assertThat(TRACES.masked(WRITER, text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"窗口的李女士态度不好|李女士", "我在云浮第一小学做老师|云浮第一小学做老师", "兴云路18号门口积水|兴云路18号", "丰收小区的居民|丰收小区"})
    void what_only_may_name_somebody_is_pointed_out_and_stays(String text, String pointedOut) {
        assertThat(TRACES.masked(Somebody.UNKNOWN, text)).isEqualTo(text);
        assertThat(TRACES.in(Somebody.UNKNOWN, text)).anySatisfy(trace -> {
            assertThat(trace.sure()).isFalse();
            assertThat(text.substring(trace.from(), trace.to())).contains(pointedOut.substring(0, 2));
        });
    }

    @Test
    void a_page_shows_the_whole_text_piece_by_piece() {
        assertThat(TRACES.passages(WRITER, "请联系张先生，打13912345678。"))
                .containsExactly(
                        new Passage("请联系", null, false),
                        new Passage("张先生", "姓名", true),
                        new Passage("，打", null, false),
                        new Passage("13912345678", "电话", true),
                        new Passage("。", null, false));
        assertThat(TRACES.passages(WRITER, "张三丰")).containsExactly(new Passage("张三丰", "姓名", true));
        assertThat(TRACES.passages(WRITER, "排队")).containsExactly(new Passage("排队", null, false));
        assertThat(TRACES.passages(WRITER, "")).isEmpty();
        assertThat(TRACES.passages(WRITER, null)).isEmpty();
        assertThat(TRACES.masked(WRITER, null)).isNull();
    }

    @Test
    void what_somebody_meant_to_stay_stays_but_not_who_reported() {
        assertThat(TRACES.without(WRITER, "张三丰说打13912345678，窗口0766-8812345")).isEqualTo("〔姓名〕说打13912345678，窗口〔电话〕");
        assertThat(TRACES.without(Somebody.UNKNOWN, "打13912345678")).isEqualTo("打13912345678");
    }

    @Property(tries = 500)
    void a_phone_is_found_however_it_is_written(
            @ForAll("ordinary") String before,
            @ForAll("phone") String digits,
            @ForAll("ways") Way way,
            @ForAll("ordinary") String after) {
        String text = before + "，" + way.of(digits) + "，" + after;
        assertThat(TRACES.masked(Somebody.UNKNOWN, text)).isEqualTo(before + "，〔电话〕，" + after);
    }

    @Property(tries = 300)
    void the_writers_name_is_found_however_it_is_written(
            @ForAll("ordinary") String before,
            @ForAll("name") String name,
            @ForAll("gap") String gap,
            @ForAll("ordinary") String after) {
        Somebody writer = Somebody.UNKNOWN.and(Stream.of(new Known(Kind.NAME, name)));
        String written = name.codePoints().mapToObj(Character::toString).collect(Collectors.joining(gap));
        assertThat(TRACES.masked(writer, before + "，" + written + "，" + after)).isEqualTo(before + "，〔姓名〕，" + after);
    }

    @Test
    void what_a_hidden_word_brings_together_is_hidden_too() {
        String text = "家住取号后等了两个小时取号后等了两个小时13912345678二楼A区3号窗口李明碧桂园3栋501";
        assertThat(TRACES.masked(WRITER, text)).isEqualTo("家住〔住址〕");
        String far = "窗口张三丰说过可以打零位0766-8812345";
        assertThat(TRACES.masked(WRITER, TRACES.masked(WRITER, far))).isEqualTo(TRACES.masked(WRITER, far));
    }

    @Property(tries = 300)
    void what_is_public_stays_so_and_fits(@ForAll("anything") String text) {
        String masked = TRACES.masked(WRITER, text);
        assertThat(TRACES.masked(WRITER, masked)).isEqualTo(masked);
        assertThat(masked.length()).isLessThanOrEqualTo(Math.max(8, 2 * text.length()));
    }

    @Property(tries = 300)
    void no_text_is_too_odd(@ForAll @StringLength(max = 300) String text, @ForAll @StringLength(max = 20) String name) {
        Somebody writer = Somebody.UNKNOWN.and(Stream.of(Kind.values()).map(kind -> new Known(kind, name)));
        TRACES.in(writer, text).forEach(trace -> assertThat(trace.from()).isLessThan(trace.to()));
        TRACES.masked(writer, text);
    }

    /** How digits are written. */
    record Way(String digits, String gap) {

        String of(String number) {
            return number.chars()
                    .mapToObj(digit -> digits.codePoints()
                            .skip(digit - '0')
                            .mapToObj(Character::toString)
                            .findFirst()
                            .orElseThrow())
                    .collect(Collectors.joining(gap));
        }
    }

    @Provide
    Arbitrary<Way> ways() {
        return Combinators.combine(
                        Arbitraries.of(
                                "0123456789",
                                "０１２３４５６７８９",
                                "零一二三四五六七八九",
                                "〇壹贰叁肆伍陆柒捌玖",
                                "٠١٢٣٤٥٦٧٨٩",
                                "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗"),
                        gap())
                .as(Way::new);
    }

    @Provide
    Arbitrary<String> gap() {
        return Arbitraries.of("", " ", "\u200b", "\u00a0", "-", "\ufeff", "\u2060", "　", "·", "\u00ad");
    }

    @Provide
    Arbitrary<String> phone() {
        return Combinators.combine(
                        Arbitraries.of("13", "15", "17", "18", "19", "14", "16"),
                        Arbitraries.strings().numeric().ofLength(9))
                .as(String::concat);
    }

    @Provide
    Arbitrary<String> name() {
        return Arbitraries.of("张三丰", "欧阳静秋", "𠮷田明", "李明", "陈桂芳", "司徒雷");
    }

    @Provide
    Arbitrary<String> ordinary() {
        return Arbitraries.of("取号后等了两个小时", "窗口电话12345没人接", "二楼A区3号窗口", "材料要一式两份", "", "建议增加周末窗口", "来回跑了三趟", "叫号屏黑屏");
    }

    @Provide
    Arbitrary<String> anything() {
        Arbitrary<String> part = Arbitraries.oneOf(
                ordinary(),
                phone(),
                name(),
                gap(),
                Arbitraries.of(
                        "本人",
                        "我姓",
                        "，",
                        "姓名：",
                        "微信",
                        "vx12345",
                        "家住",
                        "碧桂园3栋501",
                        "@a.cn",
                        "〔",
                        "〕",
                        "先生",
                        "粤A12345",
                        "我是老",
                        "张",
                        "三"));
        return part.list().ofMaxSize(12).map(parts -> String.join("", parts));
    }

    public static PersonalTraces traces() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/rectification");
        messages.setDefaultEncoding("UTF-8");
        return new PersonalTraces(new Texts(messages));
    }
}
