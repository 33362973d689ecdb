package org.tiyanguan.security.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.core.Texts;
import org.tiyanguan.security.Accounts;
import org.tiyanguan.security.People;
import org.tiyanguan.security.Roles;

/** What is made while nobody administrates; that a start without the demo asks for it says {@link SessionTest}. */
@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class FirstAdministratorTest {

    private static final Pattern PRINTED = Pattern.compile("初始密码 (\\S+)（");

    @Autowired
    Accounts accounts;

    @Autowired
    People people;

    @Autowired
    IdentityService identity;

    @Autowired
    Texts texts;

    @Autowired
    JdbcClient jdbc;

    @Test
    void without_a_setting_a_random_password_is_printed_once_and_works(CapturedOutput output) {
        jdbc.sql("delete from act_id_membership where group_id_ = ?")
                .param(Roles.ADMIN)
                .update();
        long accountsBefore = identity.createUserQuery().count();
        FirstAdministrator first =
                new FirstAdministrator(accounts, people, new AdminSettings("first", null, null), texts);

        first.ensure();
        Matcher printed = PRINTED.matcher(output);
        assertThat(printed.find()).isTrue();
        assertThat(identity.checkPassword("first", printed.group(1))).isTrue();
        assertThat(people.membersOf(Roles.ADMIN)).containsExactly("first");

        first.ensure();
        assertThat(PRINTED.matcher(output).results()).hasSize(1);
        assertThat(identity.createUserQuery().count()).isEqualTo(accountsBefore + 1);
    }
}
