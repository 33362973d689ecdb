package org.tiyanguan.web;

import jakarta.ws.rs.WebApplicationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.core.Texts;
import org.tiyanguan.engine.RequestFault;

/** Answers what a rule forbids to other systems as RFC 9457 problem details. */
@RestControllerAdvice(annotations = RestController.class)
class ApiErrors {

    private static final int RETRY_SECONDS = 5;

    private final Texts texts;

    ApiErrors(Texts texts) {
        this.texts = texts;
    }

    @ExceptionHandler
    ProblemDetail refused(Refusal refusal) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, refusal.getMessage());
        if (refusal.field() != null) problem.setProperty("errors", refusal.faults());
        return problem;
    }

    @ExceptionHandler({DataAccessException.class, ProcessEngineException.class, WebApplicationException.class})
    ResponseEntity<ProblemDetail> failed(RuntimeException e) {
        RequestFault fault = RequestFault.in(e).orElseThrow(() -> e);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(fault.status());
        if (fault == RequestFault.OVERTAKEN) answer.header(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY_SECONDS));
        return answer.body(
                ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(fault.status()), texts.of(fault.key())));
    }
}
