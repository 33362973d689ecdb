package org.tiyanguan.security.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.tiyanguan.TestDatabase;
import org.tiyanguan.Tiyanguan;
import org.tiyanguan.security.People;
import org.tiyanguan.security.Roles;

/** A start without the demo, on an empty database. */
@ExtendWith(OutputCaptureExtension.class)
@Tag("database")
@Tag("own-jvm")
class FirstAdministratorTest {

    private static final Pattern PRINTED = Pattern.compile("初始密码 (\\S+)（");

    @Test
    void without_a_setting_a_random_password_is_printed_once_and_works(CapturedOutput output) {
        try (ConfigurableApplicationContext program = start()) {
            Matcher printed = PRINTED.matcher(output);
            assertThat(printed.find()).isTrue();
            IdentityService identity = program.getBean(IdentityService.class);
            assertThat(identity.checkPassword("admin", printed.group(1))).isTrue();
            assertThat(program.getBean(People.class).membersOf(Roles.ADMIN)).containsExactly("admin");

            program.getBean(FirstAdministrator.class).ensure();
            assertThat(printed.find()).isFalse();
            assertThat(identity.createUserQuery().count()).isEqualTo(1);
        }
    }

    @Test
    void the_settings_name_the_first_administrator(CapturedOutput output) {
        try (ConfigurableApplicationContext program =
                start("--tiyanguan.admin.username=chief", "--tiyanguan.admin.password=Yunfu#2026")) {
            assertThat(program.getBean(IdentityService.class).checkPassword("chief", "Yunfu#2026"))
                    .isTrue();
            assertThat(output).doesNotContain("Yunfu#2026");
        }
    }

    private static ConfigurableApplicationContext start(String... settings) {
        String[] arguments = Arrays.copyOf(settings, settings.length + 2);
        arguments[settings.length] = "--server.port=0";
        arguments[settings.length + 1] = "--camunda.bpm.job-execution.enabled=false";
        return new SpringApplicationBuilder(Tiyanguan.class)
                .initializers(new TestDatabase())
                .run(arguments);
    }
}
