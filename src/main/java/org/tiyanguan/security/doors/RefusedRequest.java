package org.tiyanguan.security.doors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Answers what Tomcat refuses before any of our filters sees it (a malformed address, an unknown method, headers that
 * are too large), and what goes wrong while an error page is made: as the program's own pages look, or with problem
 * details, and without a word of what the server is. It needs nothing of the program, which may not be there.
 */
public class RefusedRequest extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, Throwable thrown) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) return;
        try {
            answer(request, response, status);
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            container.getLogger().debug("nobody to tell", gone);
        }
    }

    /** Answers what a wall of our own turns away, too: an error page would have to pass the same wall. */
    public static void answer(HttpServletRequest request, HttpServletResponse response, int status) throws IOException {
        response.setStatus(status);
        boolean page = wantsPage(request);
        response.setContentType(page ? MediaType.TEXT_HTML_VALUE : MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        String file = "refused/" + (status < 500 ? "4xx" : "5xx") + (page ? ".html" : ".json");
        response.getOutputStream().write(fill(file, status).getBytes(StandardCharsets.UTF_8));
    }

    /** Nobody knows who sent a request that could not be read to its headers: people are the ones who need words. */
    private static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept == null || accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    private static String fill(String file, int status) throws IOException {
        HttpStatus known = HttpStatus.resolve(status);
        return new ClassPathResource(file)
                .getContentAsString(StandardCharsets.UTF_8)
                .replace("{title}", known == null ? "" : known.getReasonPhrase())
                .replace("{status}", String.valueOf(status));
    }
}
