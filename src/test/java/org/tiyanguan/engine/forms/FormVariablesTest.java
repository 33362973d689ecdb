package org.tiyanguan.engine.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.rectification.Loop;

/** What Tasklist is given to fill a form with. */
@IntegrationTest
class FormVariablesTest {

    @Autowired
    Loop loop;

    @Autowired
    FormService forms;

    @Autowired
    TaskService tasks;

    @Test
    void what_is_empty_is_left_out_as_checkboxes_would_take_no_click() {
        String task = loop.task(loop.verifying(), "center-verify").getId();
        assertThat(tasks.getVariables(task)).containsKeys("caseView", "rework").containsEntry("rework", null);
        assertThat(forms.getTaskFormVariables(task)).containsKey("caseView").doesNotContainKey("rework");
    }

    @Test
    void what_was_filled_in_before_comes_along() {
        String task = loop.task(loop.verifying(), "center-verify").getId();
        tasks.setVariableLocal(task, "verifyNote", "现场看过");
        assertThat(forms.getTaskFormVariables(task)).containsEntry("verifyNote", "现场看过");
    }
}
