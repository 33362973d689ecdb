package org.tiyanguan.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Web addresses in texts stay what they are, are links on our own pages, and do no harm. */
class WebAddressesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "见 https://www.gov.cn/a_b_c?x=1&y=2#top 谢谢|https://www.gov.cn/a_b_c?x=1&y=2#top",
                "见https://www.gov.cn/a_b_c，谢谢|https://www.gov.cn/a_b_c",
                "见https://www.gov.cn/a。|https://www.gov.cn/a",
                "（https://www.gov.cn/a）|https://www.gov.cn/a",
                "(see http://www.gov.cn/a).|http://www.gov.cn/a",
                "https://zh.wikipedia.org/wiki/A_(b), and|https://zh.wikipedia.org/wiki/A_(b)",
                "https://www.gov.cn. 谢谢|https://www.gov.cn",
                "“https://www.gov.cn:8443/?q=%E4%B8%AD”|https://www.gov.cn:8443/?q=%E4%B8%AD",
                "HTTPS://WWW.GOV.CN/A!|HTTPS://WWW.GOV.CN/A",
                "https://www.gov.cn/a打不开|https://www.gov.cn/a",
            })
    void a_link_ends_where_the_address_does(String text, String address) {
        String link = "<a href=\"%1$s\" rel=\"noopener nofollow\">%1$s</a>"
                .formatted(address.replace("&", "&amp;").replace("'", "&#39;"));
        assertThat(WebAddresses.linked(text)).contains(link);
        assertThat(PlainText.of(text)).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "javascript://www.gov.cn/%0aalert(1)",
                "ftp://www.gov.cn/a",
                "data:text/html,<script>",
                "https://",
                "https://bank.cn@evil.cn/a",
                "https://bank.cn:80@evil.cn/a",
                "www.gov.cn",
                "xhttps://www.gov.cn"
            })
    void what_is_no_address_of_a_page_is_text(String text) {
        assertThat(WebAddresses.linked(text)).doesNotContain("<a ");
    }

    @Test
    void what_is_around_is_escaped() {
        assertThat(WebAddresses.linked("<b>\"https://a.cn/?q='x'&lt=<i>"))
                .isEqualTo("&lt;b&gt;&quot;<a href=\"https://a.cn/?q=&#39;x&#39;&amp;lt=\" rel=\"noopener nofollow\">"
                        + "https://a.cn/?q=&#39;x&#39;&amp;lt=</a>&lt;i&gt;");
        assertThat(WebAddresses.linked(null)).isNull();
    }

    @Test
    void for_tasklist_only_addresses_keep_signs_with_a_meaning() {
        assertThat(PlainText.of("a_b & *c* https://a.cn/x_y?a=1&b=2#c_d，[x](https://a.cn/z_)"))
                .isEqualTo("a＿b ＆ ＊c＊ https://a.cn/x_y?a=1&b=2#c_d\uFEFF，［x］(https://a.cn/z_\uFEFF)");
        assertThat(PlainText.of("https://a.cn/?a=&lt;script&gt;")).isEqualTo("https://a.cn/?a=＆lt;script&gt\uFEFF;");
        assertThat(PlainText.of("ftp://a.cn/x_y")).isEqualTo("ftp：//a.cn/x＿y");
        assertThat(PlainText.of("https://bank.cn@evil.cn")).isEqualTo("https：//bank.cn@evil.cn");
    }

    @Property
    void no_text_breaks_out(@ForAll("texts") String text) {
        String html = WebAddresses.linked(text);
        String rest = html.replaceAll("<a href=\"((?i:https?)://[^\"<>]+)\" rel=\"noopener nofollow\">\\1</a>", "");
        assertThat(rest).doesNotContain("<", ">", "\"");
        Matcher address = WebAddresses.ADDRESS.matcher(PlainText.of(text));
        assertThat(address.replaceAll("")).doesNotContainPattern("[<>*_\\[\\]`#~|\\\\!&{}]");
        assertThat(address.replaceAll("")).doesNotContain("://");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "https://",
                        "http://",
                        "HTTPS://",
                        "a.cn",
                        "/x_y",
                        "?a=1",
                        "&b=2",
                        "&lt;",
                        "#c",
                        "@",
                        "'",
                        "\"",
                        "<",
                        ">",
                        "(",
                        ")",
                        "，",
                        "。",
                        " ",
                        "*",
                        "_",
                        "`",
                        "[",
                        "]",
                        "javascript:",
                        "中",
                        "!",
                        ";",
                        ".",
                        "~",
                        "{{x}}",
                        "|",
                        "\\",
                        "://",
                        "\n")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }
}
