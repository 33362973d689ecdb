package org.tiyanguan.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.tiyanguan.engine.RequestFault;

/**
 * Answers what goes wrong in a browser with a page (templates/error) in place of the problem details (RFC 9457) that
 * programs get. A browser is who asks for HTML by name.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageErrors implements HandlerExceptionResolver {

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, Object handler, Exception e) {
        // What has been refused already keeps its status, whatever its error page stumbles over.
        if (!asksForPage(request) || request.getDispatcherType() == DispatcherType.ERROR) return null;
        Integer status = status(e);
        if (status == null) return null;
        // Else the error page would try to read the parts once more.
        if (e instanceof MultipartException) request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, e);
        try {
            response.sendError(status);
        } catch (IOException io) {
            throw new UncheckedIOException(io);
        }
        return new ModelAndView();
    }

    private static boolean asksForPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    private static @Nullable Integer status(Exception e) {
        if (e instanceof ErrorResponse known) return known.getStatusCode().value();
        // A page that is sent without its end, too.
        if (e instanceof TypeMismatchException || e instanceof MultipartException)
            return HttpStatus.BAD_REQUEST.value();
        return RequestFault.in(e).map(RequestFault::status).orElse(null);
    }
}
