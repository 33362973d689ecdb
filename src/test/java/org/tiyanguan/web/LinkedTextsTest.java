package org.tiyanguan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.rectification.Loop;

/** What people wrote, as our own pages show it. */
@IntegrationTest
class LinkedTextsTest {

    @LocalServerPort
    int port;

    @Autowired
    Loop loop;

    @Test
    void an_address_is_a_link_and_all_else_is_text() {
        Map<String, Object> form = Loop.problem();
        form.put("description", "见https://www.gov.cn/a_b?x=1&y=2#c。<script>alert(1)</script> javascript:alert(2)");
        assertThat(Browser.of(port, "center")
                        .get("/ledger/" + loop.report(form))
                        .body())
                .contains(
                        "见<a href=\"https://www.gov.cn/a_b?x=1&amp;y=2#c\" rel=\"noopener nofollow\">"
                                + "https://www.gov.cn/a_b?x=1&amp;y=2#c</a>。&lt;script&gt;alert(1)&lt;/script&gt; javascript:alert(2)")
                .doesNotContain("<script>alert");
    }
}
