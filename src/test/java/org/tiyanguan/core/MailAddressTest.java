package org.tiyanguan.core;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.InternetAddress;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be mailed, and what never can. */
class MailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"zhang@qq.com", "a.b+c@mail.example.gov.cn", "o'brien@example.org", "1@163.com", "a@b-c.cn"})
    void usual_addresses_are_mailed_as_they_are(String address) {
        assertThat(MailAddress.mailed(address)).contains(address);
    }

    @Test
    void a_chinese_domain_is_mailed_by_its_punycode() {
        assertThat(MailAddress.mailed("zhang@例子.中国")).contains("zhang@xn--fsqu00a.xn--fiqs8s");
        assertThat(MailAddress.mailed("zhang@例子。中国")).contains("zhang@xn--fsqu00a.xn--fiqs8s");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "zhang", "@qq.com", "zhang@", "zhang@qq", "zhang@qq.com.", "zhang@.qq.com", "a..b@x..com",
                        "a..b@x.com",
                "a@x..com", ".a@x.com", "a.@x.com", "a b@x.com", "a@x y.com", "张@qq.com", "a@b@c.com", "a@-x.com",
                        "a@x-.com",
                "a@1.2.3.4", "a@x.c", "a,b@x.com", "a@x.com,b@x.com", "zhang@qq.com\nBcc: b@x.com", "<a@x.com>",
                        "a@x_y.com", "zhang＠qq.com"
            })
    void what_can_never_be_mailed_is_no_address(String typed) {
        assertThat(MailAddress.isMailable(typed)).isFalse();
    }

    @Property
    void what_is_mailed_is_an_address_to_mail_servers(@ForAll @StringLength(max = 80) String text) throws Exception {
        String typed = text.contains("@") ? text : text + "@例子.中国";
        String mailed = MailAddress.mailed(typed).orElse(null);
        if (mailed != null) new InternetAddress(mailed, true).validate();
    }
}
