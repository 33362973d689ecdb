package org.tiyanguan.api.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.tiyanguan.api.ApiTexts;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.engine.RequestFault;

/** Answers what went wrong as Open311 GeoReport v2 wants it, in the format that was asked for. */
@RestControllerAdvice(assignableTypes = {Open311ServicesController.class, Open311RequestsController.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class Open311Faults {

    private final GeoReportFormat format;
    private final ApiTexts texts;

    Open311Faults(GeoReportFormat format, ApiTexts texts) {
        this.format = format;
        this.texts = texts;
    }

    @ExceptionHandler
    ResponseEntity<String> failed(Exception e, HttpServletRequest request) throws Exception {
        String as = request.getRequestURI().endsWith(GeoReportFormat.XML) ? GeoReportFormat.XML : "json";
        if (e instanceof Refusal refusal)
            return errors(
                    HttpStatus.BAD_REQUEST,
                    as,
                    refusal.faults().stream().map(Refusal.Fault::message).toList());
        if (e instanceof ErrorResponse known)
            return errors(
                    known.getStatusCode(),
                    as,
                    List.of(String.valueOf(known.getBody().getDetail())));
        Optional<RequestFault> fault = RequestFault.in(e);
        if (fault.isEmpty()) throw e;
        return errors(
                HttpStatusCode.valueOf(fault.get().status()),
                as,
                List.of(texts.of(fault.get().key())));
    }

    private ResponseEntity<String> errors(HttpStatusCode status, String as, List<String> sentences) {
        return format.answer(
                status,
                as,
                "errors",
                sentences.stream()
                        .map(sentence -> new GeoReport.Error(status.value(), sentence))
                        .toList());
    }
}
