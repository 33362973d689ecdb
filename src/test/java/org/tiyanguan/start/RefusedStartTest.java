package org.tiyanguan.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.tiyanguan.OwnProgram;
import org.tiyanguan.Tiyanguan;

/** Really starts the program, and reads the console of the one who started it. */
@OwnProgram
@ExtendWith(OutputCaptureExtension.class)
class RefusedStartTest {

    @Test
    void production_without_a_database_is_refused_with_one_sentence(CapturedOutput console) {
        assertRefused("prod");
        assertThat(console).contains("拒绝启动：生产环境（profile prod）需要 PostgreSQL", "profile \"prod\" needs PostgreSQL");
        assertThat(console).doesNotContain("\tat ");
    }

    @Test
    void production_on_the_embedded_database_is_refused(CapturedOutput console) {
        assertRefused("prod", "--spring.datasource.url=jdbc:h2:mem:refused");
        assertThat(console).contains("拒绝启动：生产环境（profile prod）需要 PostgreSQL").doesNotContain("\tat ");
    }

    @Test
    void production_with_demo_content_is_refused_in_either_order(CapturedOutput console) {
        assertRefused("demo,prod", "--spring.datasource.url=jdbc:postgresql://localhost:1/none");
        assertRefused("prod,demo", "--spring.datasource.url=jdbc:postgresql://localhost:1/none");
        assertThat(console).contains("拒绝启动：演示数据和演示账号（profile demo、demo-accounts）不能与生产环境", "must not run together");
        assertThat(console).doesNotContain("\tat ");
    }

    @Test
    void production_with_accounts_whose_password_everybody_can_read_is_refused(CapturedOutput console) {
        assertRefused("prod,demo-accounts", "--spring.datasource.url=jdbc:postgresql://localhost:1/none");
        assertThat(console).contains("拒绝启动：演示数据").doesNotContain("\tat ");
    }

    @Test
    void a_database_that_cannot_be_reached_is_named_without_its_password(CapturedOutput console) {
        assertRefused(
                "prod",
                "--spring.datasource.url=jdbc:postgresql://localhost:1/none?password=geheim",
                "--spring.datasource.hikari.connection-timeout=300");
        assertThat(console).contains("无法启动：连不上数据库 jdbc:postgresql://localhost:1/none，", "cannot be reached");
        assertThat(console.toString().split("APPLICATION FAILED TO START")[1]).doesNotContain("geheim", "\tat ");
    }

    @Test
    void a_database_file_in_use_is_named(CapturedOutput console, @TempDir Path folder) throws Exception {
        Path file = Files.createFile(folder.resolve("used.mv.db"));
        try (var holder = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            holder.lock();
            assertRefused(
                    "test",
                    "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("used"),
                    "--spring.datasource.hikari.connection-timeout=300");
        }
        assertThat(console).contains("无法启动：数据库文件正被另一个进程使用", "another process is using the database file");
    }

    @Test
    void broken_models_are_listed_and_nothing_starts(CapturedOutput console, @TempDir Path folder) throws Exception {
        String notice = Files.readString(Path.of("processes/notice.bpmn"));
        Files.writeString(folder.resolve("notice.bpmn"), notice.replace(" camunda:asyncBefore=\"true\"", ""));
        assertRefused("test", "--spring.datasource.url=jdbc:h2:mem:broken", "--tiyanguan.models=" + folder);
        assertThat(console).contains("无法启动：流程模型有下面的错误", "notice.bpmn · send-mail（发送邮件）：这一步要访问外部");
        assertThat(console.toString().split("APPLICATION FAILED TO START")[1]).doesNotContain("\tat ");
    }

    @Test
    void two_models_of_one_name_are_refused(CapturedOutput console, @TempDir Path folder) throws Exception {
        Files.copy(Path.of("processes/notice.bpmn"), folder.resolve("notice.bpmn"));
        Files.copy(
                Path.of("processes/notice.bpmn"),
                Files.createDirectory(folder.resolve("processes")).resolve("notice.bpmn"));
        assertRefused("test", "--spring.datasource.url=jdbc:h2:mem:twice", "--tiyanguan.models=" + folder);
        assertThat(console).contains("notice.bpmn：有几个同名文件");
    }

    @Test
    void a_folder_of_models_that_is_not_there_is_named(CapturedOutput console, @TempDir Path folder) {
        assertRefused("test", "--tiyanguan.models=" + folder.resolve("nowhere"));
        assertThat(console).contains("拒绝启动：找不到设置项 tiyanguan.models 指定的文件夹 " + folder.resolve("nowhere"));
    }

    private static void assertRefused(String profiles, String... settings) {
        SpringApplication program = new SpringApplication(Tiyanguan.class);
        program.setAdditionalProfiles(profiles.split(","));
        String[] args = Stream.concat(Stream.of("--server.port=0"), Arrays.stream(settings))
                .toArray(String[]::new);
        assertThatThrownBy(() -> program.run(args)).isNotNull();
    }
}
