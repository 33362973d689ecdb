package org.tiyanguan.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;

/**
 * The check that every deployment goes through, over {@code processes/} and {@code forms/}, with the files of the
 * folder that {@code -Dmodels=…} names in place of ours, without a running program. {@code mvn -q test
 * -Dtest=ModelsTest} prints the faults for the designer, by file.
 */
class ModelsTest {

    /** What is said of our files where some are missing. */
    private static final Map<Set<String>, List<String>> WHOLE = new HashMap<>();

    @Test
    void our_models_can_be_deployed() throws IOException {
        Map<String, byte[]> files = OurModels.ours();
        String folder = System.getProperty("models");
        if (folder != null)
            for (Resource file : ModelFiles.in(Path.of(folder)))
                files.put(file.getFilename(), file.getContentAsByteArray());
        List<ModelFault> faults = OurModels.faults(files);
        System.out.print(OurModels.report(faults));
        assertThat(faults).isEmpty();
    }

    @Test
    void our_files_say_which_engine_they_are_for_so_that_modeler_asks_nothing() throws IOException {
        assertThat(OurModels.ours())
                .allSatisfy((name, content) -> assertThat(new String(content))
                        .containsPattern("xecutionPlatform\\W+Camunda Platform\"")
                        .containsPattern("xecutionPlatformVersion\\W+7\\.24\\.0\""));
    }

    @Test
    void the_report_lists_the_faults_by_file_with_element_text_and_rule() throws IOException {
        Map<String, byte[]> files = OurModels.ours();
        OurModels.edit(files, "notice.bpmn", " camunda:asyncBefore=\"true\"", "");
        OurModels.edit(files, "center-triage.form", "\"key\": \"mergeInto\"", "\"key\": \"triage\"");
        assertThat(OurModels.report(OurModels.faults(files))).isEqualTo("""

                center-triage.form
                  triage
                    有两个项目用了同一个 Key。请改成不同的  [form.twice]

                notice.bpmn
                  send-mail（发送邮件）
                    这一步要访问外部（邮件、文件），可能失败。请勾选 Asynchronous before，并填写 Retry time cycle，如 PT1M,PT5M,PT30M  [outside.job]

                ✖ 2 处需要修改
                """);
    }

    @ParameterizedTest
    @MethodSource("org.tiyanguan.engine.models.BrokenModel#all")
    void a_broken_model_is_refused_with_one_line_that_says_where_what_and_what_to_do(BrokenModel broken)
            throws IOException {
        Map<String, byte[]> files = broken.neighbours();
        assertThat(WHOLE.computeIfAbsent(files.keySet(), whole -> OurModels.lines(files)))
                .as("without the edit")
                .noneMatch(broken::isSaid);
        broken.breakIt(files);
        assertThat(OurModels.lines(files)).as("%s", broken).anyMatch(broken::isSaid);
    }
}
