package org.tiyanguan.gate;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.tiyanguan.core.Texts;

/**
 * While a body arrives, it holds a thread. So only some may be on their way at once, in all and of one caller, each has
 * to come at a speed that a phone reaches with a poor connection, and the threads that are left answer what has no
 * body, like the health check, or one that is there already, like most forms.
 */
class Arrivals extends ValveBase {

    private static final int RETRY_SECONDS = 5;

    /** As Tomcat's {@code max-swallow-size}. */
    private static final long MOST_UNWANTED = 200L << 20;

    private final GateSettings settings;
    private final Counts underWay;
    private final Texts texts;

    Arrivals(GateSettings settings, Texts texts) {
        super(true);
        this.settings = settings;
        this.underWay = new Counts(settings.bodies(), settings.bodiesFromOne());
        this.texts = texts;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (isThere(request)) {
            getNext().invoke(request, response);
            return;
        }
        String caller = Network.of(request.getRemoteAddr());
        if (!underWay.begin(caller)) {
            hangUp(request, response);
            refuse(response, HttpStatus.SERVICE_UNAVAILABLE, "busy");
            return;
        }
        InputBuffer source = request.getCoyoteRequest().getInputBuffer();
        ArrivingBody body =
                new ArrivingBody(request.getCoyoteRequest(), settings, System::nanoTime, () -> underWay.end(caller));
        request.getCoyoteRequest().setInputBuffer(body);
        try {
            getNext().invoke(request, response);
            if (!request.isAsync()) finish(body, request, response);
        } finally {
            body.end();
            // The connection's next request reads from the same.
            request.getCoyoteRequest().setInputBuffer(source);
        }
    }

    /** Whether there is no body, or all of it came with the head; one of no readable length Tomcat refuses itself. */
    private static boolean isThere(Request request) {
        long length;
        try {
            length = request.getContentLengthLong();
        } catch (IllegalArgumentException malformed) {
            return true;
        }
        boolean isChunked = length < 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
        return !isChunked
                && length <= request.getCoyoteRequest().getInputBuffer().available();
    }

    /** The program may have answered before it had read all. */
    private void finish(ArrivingBody body, Request request, Response response) {
        try {
            if (!body.isTooSlow()) body.readToEnd(MOST_UNWANTED);
        } catch (IOException gone) {
            container.getLogger().debug("a body that nobody wanted did not come to its end", gone);
        }
        if (body.isThere()) return;
        hangUp(request, response);
        if (body.isTooSlow() && !response.isCommitted()) {
            response.reset();
            refuse(response, HttpStatus.REQUEST_TIMEOUT, "slow");
        }
    }

    /** Tomcat reads no more from this connection: it would read the rest of the body however slowly that comes. */
    private static void hangUp(Request request, Response response) {
        int status = response.getStatus();
        request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        if (response.isCommitted()) return;
        // Tomcat has made an error of it.
        response.setStatus(status);
        response.setHeader(HttpHeaders.CONNECTION, "close");
    }

    private void refuse(Response response, HttpStatus status, String key) {
        HttpServletResponse answer = response.getResponse();
        answer.setStatus(status.value());
        answer.setHeader(HttpHeaders.CONNECTION, "close");
        answer.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY_SECONDS));
        answer.setContentType(MediaType.TEXT_PLAIN_VALUE);
        answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
        try {
            answer.getWriter().write(texts.of("gate." + key));
        } catch (IOException gone) {
            container.getLogger().debug("nobody waited for the answer", gone);
        }
    }
}
