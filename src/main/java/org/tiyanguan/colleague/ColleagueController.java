package org.tiyanguan.colleague;

import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the panel 协办 sends. It lies under {@code /camunda/api}, so that the engine's own guard against forged requests
 * stands before it, with the token that Tasklist has anyway.
 */
@RestController
class ColleagueController {

    /** {@code colleague} is an account. */
    record Asked(String colleague, String note) {}

    private final Colleagues colleagues;
    private final ColleagueTexts texts;

    ColleagueController(Colleagues colleagues, ColleagueTexts texts) {
        this.colleagues = colleagues;
        this.texts = texts;
    }

    @PostMapping(ColleaguePanelController.PATH
            + "/{act:hand-over|take-over|delegate|give-back|take-back|lay-back|ask-opinion|copy}")
    Map<String, String> act(@PathVariable String taskId, @PathVariable String act, @RequestBody Asked asked) {
        switch (act) {
            case "hand-over" -> colleagues.handOver(taskId, asked.colleague(), asked.note());
            case "take-over" -> colleagues.takeOver(taskId);
            case "delegate" -> colleagues.delegate(taskId, asked.colleague(), asked.note());
            case "give-back" -> colleagues.giveBack(taskId, asked.note());
            case "take-back" -> colleagues.takeBack(taskId, asked.note());
            case "lay-back" -> colleagues.layBack(taskId);
            case "ask-opinion" -> colleagues.askOpinion(taskId, asked.colleague(), asked.note());
            default -> colleagues.copy(taskId, asked.colleague(), asked.note());
        }
        return Map.of("message", texts.of("done." + act));
    }

    @ExceptionHandler
    ProblemDetail unknown(NoSuchTask e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, texts.of("no-task"));
    }

    /** Two colleagues acted at once; the second one looks again. */
    @ExceptionHandler
    ProblemDetail late(OptimisticLockingException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, texts.of("changed"));
    }
}
