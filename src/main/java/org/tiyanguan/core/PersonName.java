package org.tiyanguan.core;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name as it is written in China, family name first: 王小明, 欧阳修, 𠮷野家; or with a point, as Uyghurs, Tibetans and others
 * write it (买买提·吐尔逊). There, what stands before the point is taken for the family name, as forms of two fields take it.
 * Both parts together are always the whole name again.
 *
 * @param surname empty where the name is no Chinese one
 * @param given empty where the name is one sign; begins with the point where there is one
 */
public record PersonName(String surname, String given) {

    /** Family names of two signs (复姓). */
    public static final List<String> DOUBLE_SURNAMES =
            List.of(("欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离"
                            + " 长孙 宇文 司徒 鲜于 司空 令狐 西门 百里 东郭 呼延 纳兰 淳于 轩辕 叔孙 左丘 拓跋 完颜 歐陽 諸葛 司馬 東方 鍾離 長孫 軒轅 淳於")
                    .split(" "));

    /** As a list of people is sorted in China, by their sounds; rare signs come last. */
    public static final Comparator<String> ORDER = order();

    /** All that people type for the point between two parts of a name. */
    private static final String POINTS = "[·•・･‧∙⋅．.]";

    private static final Pattern POINT_WITHIN = Pattern.compile("(?<=\\S)" + POINTS + "(?=\\S)");
    private static final String SIGN = "[\\p{IsIdeographic}\\p{Co}]";
    private static final Pattern TYPED_POINT =
            Pattern.compile("(%1$s\\p{Mn}*)\\s*%2$s\\s*(?=%1$s)".formatted(SIGN, POINTS));
    private static final Pattern SPACE = Pattern.compile("(%1$s\\p{Mn}*)[\\s\\u3000\\u00A0]+(?=%1$s)".formatted(SIGN));

    /** @param name as it is kept, without spaces around it */
    public static PersonName of(String name) {
        if (!isChinese(name)) return new PersonName("", name);
        var point = POINT_WITHIN.matcher(name);
        if (point.find()) return at(name, point.start());
        List<String> signs = Signs.of(name);
        boolean isDouble = signs.size() > 2 && DOUBLE_SURNAMES.contains(signs.get(0) + signs.get(1));
        return at(name, (isDouble ? signs.get(0) + signs.get(1) : signs.get(0)).length());
    }

    /**
     * The name in one form, however it was typed: without spaces between Chinese signs (张　三), and with the same point
     * between the parts of a name.
     */
    public static String written(String typed) {
        String name = TYPED_POINT.matcher(typed.strip()).replaceAll("$1·");
        return SPACE.matcher(name).replaceAll("$1");
    }

    /** The same as people write it who have no point on their keyboards. */
    public PersonName withoutPoints() {
        return new PersonName(surname.replaceAll(POINTS, ""), given.replaceAll(POINTS, ""));
    }

    public boolean hasPoint() {
        return POINT_WITHIN.matcher(surname + given).find();
    }

    public static boolean isPoint(String sign) {
        return sign.matches(POINTS);
    }

    private static PersonName at(String name, int place) {
        return new PersonName(name.substring(0, place), name.substring(place));
    }

    /** Of Chinese signs, rare ones without a place in Unicode included, with or without points. */
    private static boolean isChinese(String name) {
        String signs = POINT_WITHIN.matcher(name).replaceAll("");
        return !Unseen.isAll(signs)
                && signs.codePoints().filter(sign -> !Unseen.isOne(sign)).allMatch(PersonName::isChinese);
    }

    private static boolean isChinese(int sign) {
        // Java may know fewer signs than people have names; the third plane has nothing but Chinese ones.
        return Character.isIdeographic(sign)
                || Character.getType(sign) == Character.PRIVATE_USE
                || sign >>> 16 == 3 && Character.getType(sign) == Character.UNASSIGNED;
    }

    private static Comparator<String> order() {
        Collator collator = Collator.getInstance(Locale.CHINA);
        return ((Comparator<String>) (one, other) -> collator.compare(one, other))
                .thenComparing(Comparator.naturalOrder());
    }
}
