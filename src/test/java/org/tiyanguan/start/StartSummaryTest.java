package org.tiyanguan.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class StartSummaryTest {

    private final MockEnvironment environment = new MockEnvironment().withProperty("local.server.port", "8081");

    @Test
    void the_address_has_the_real_port() {
        assertThat(new StartSummary(environment).text())
                .contains("地址 · address    http://localhost:8081\n", "http://localhost:8081/ledger")
                .doesNotContain("Demo#2026");
    }

    @Test
    void a_demo_names_its_users_and_their_password() {
        environment.setActiveProfiles("demo");
        assertThat(new StartSummary(environment).text())
                .contains("Demo#2026")
                .containsSubsequence(
                        "center ",
                        "leader ",
                        "unit ",
                        "gongan ",
                        "gongan-head ",
                        "shebao ",
                        "shebao-head ",
                        "officer ",
                        "designer ",
                        "admin ");
    }

    @Test
    void production_without_a_mail_server_warns_that_no_mail_goes_out() {
        String warning = "没有设置邮件服务器";
        assertThat(new StartSummary(environment).text()).doesNotContain(warning);
        environment.setActiveProfiles("prod");
        assertThat(new StartSummary(environment).text()).contains(warning, "SPRING_MAIL_HOST");
        environment.setProperty("spring.mail.host", "mail.example");
        assertThat(new StartSummary(environment).text()).doesNotContain(warning);
    }

    @Test
    void production_shows_the_address_that_people_use() {
        environment.setActiveProfiles("prod");
        environment.setProperty("tiyanguan.base-url", "https://tyg.example.gov.cn");
        assertThat(new StartSummary(environment).text())
                .contains("地址 · address    https://tyg.example.gov.cn\n")
                .doesNotContain("Demo#2026");
    }
}
