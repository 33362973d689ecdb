package org.tiyanguan.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.tiyanguan.engine.Refusal;

/** Answers what a rule forbids to other systems as RFC 9457 problem details. */
@RestControllerAdvice(annotations = RestController.class)
class ApiErrors {

    @ExceptionHandler
    ProblemDetail refused(Refusal refusal) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, refusal.getMessage());
        if (refusal.field() != null) problem.setProperty("errors", refusal.faults());
        return problem;
    }
}
