package org.tiyanguan.security.doors;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;
import org.tiyanguan.engine.guards.QueryExpressions;
import org.tiyanguan.security.Roles;

/**
 * Keeps expressions away from the engine's REST resources (CVE-2026-109432): refuses a key that ends in
 * {@code Expression}, in the address or at any depth of a body, before the engine reads it. Only a filter that is saved
 * may hold harmless ones. Nor may a process be started elsewhere than the diagram begins, or without its listeners, nor
 * a task be claimed for somebody else, nor Cockpit's lists be asked by the values of variables. A body that is no
 * upload has to be JSON in UTF-8, so that nobody after this reads it differently.
 */
public class RequestScreen extends OncePerRequestFilter {

    /** The most bytes of a body that is no upload; the longest form is far below. */
    private static final int LARGEST_BODY = 1 << 20;

    private static final Pattern A_FILTER = Pattern.compile(".*/filter/[^/]+/?");

    private static final Pattern A_CLAIM = Pattern.compile(".*/task/[^/]+/claim/?");

    private static final Set<String> PAST_THE_DIAGRAM =
            Set.of("startInstructions", "skipCustomListeners", "skipIoMappings");

    private final JsonFactory json = new JsonFactory();
    private final ObjectMapper answers;
    private final MessageSource messages;

    public RequestScreen(ObjectMapper answers, MessageSource messages) {
        this.answers = answers;
        this.messages = messages;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            if (addressHasExpression(request)) refuse(response, HttpStatus.BAD_REQUEST, "expression.refused");
            else if (asksCockpitByValue(request)) refuse(response, HttpStatus.BAD_REQUEST, "values.refused");
            else if (isUpload(request)) chain.doFilter(request, response);
            else checkBody(request, response, chain);
        } catch (JacksonException
                | CharacterCodingException
                | InvalidMediaTypeException
                | MalformedAddress unreadable) {
            refuse(response, HttpStatus.BAD_REQUEST, "body.unreadable");
        }
    }

    private void checkBody(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            refuse(response, HttpStatus.PAYLOAD_TOO_LARGE, "body.tooLarge");
            return;
        }
        Optional<String> refused = refused(text(body), savesFilter(request));
        if (refused.isEmpty() && claimsForAnother(request, body)) refused = Optional.of("claim.refused");
        if (refused.isEmpty() && asksCockpitByValue(request, body)) refused = Optional.of("values.refused");
        if (refused.isPresent()) refuse(response, HttpStatus.BAD_REQUEST, refused.get());
        else chain.doFilter(new ReadRequest(request, body), response);
    }

    private static boolean addressHasExpression(HttpServletRequest request) {
        return keys(request).anyMatch(RequestScreen::isExpression);
    }

    private static Stream<String> keys(HttpServletRequest request) {
        return UriComponentsBuilder.newInstance()
                .query(request.getQueryString())
                .build()
                .getQueryParams()
                .keySet()
                .stream()
                .map(RequestScreen::decode);
    }

    private static String decode(String key) {
        try {
            return URLDecoder.decode(key, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new MalformedAddress(malformed);
        }
    }

    private static class MalformedAddress extends RuntimeException {
        MalformedAddress(Throwable cause) {
            super(cause);
        }
    }

    /** Files, and forms of a page; the engine reads neither as JSON. */
    private static boolean isUpload(HttpServletRequest request) {
        List<String> types = Collections.list(request.getHeaders(HttpHeaders.CONTENT_TYPE));
        if (types.isEmpty()) return false;
        if (types.size() > 1) throw new InvalidMediaTypeException(types.toString(), "given more than once");
        MediaType type = MediaType.parseMediaType(types.get(0));
        Charset charset = type.getCharset();
        if (charset != null && !charset.equals(StandardCharsets.UTF_8))
            throw new InvalidMediaTypeException(types.get(0), "not UTF-8");
        return MediaType.MULTIPART_FORM_DATA.includes(type) || MediaType.APPLICATION_FORM_URLENCODED.includes(type);
    }

    /** Would let somebody see and do a task who has no business with it. */
    private boolean claimsForAnother(HttpServletRequest request, byte[] body) throws IOException {
        if (!A_CLAIM.matcher(path(request)).matches()) return false;
        JsonNode user = answers.readTree(body).path("userId");
        return user.isValueNode()
                && !user.isNull()
                && !user.asText()
                        .equals(SecurityContextHolder.getContext()
                                .getAuthentication()
                                .getName());
    }

    /**
     * Cockpit's own lists go past the engine's permissions for variables: their values could be asked for one by one.
     */
    private static boolean asksCockpitByValue(HttpServletRequest request) {
        return isCockpitForOthers(request) && keys(request).anyMatch("variables"::equals);
    }

    private boolean asksCockpitByValue(HttpServletRequest request, byte[] body) throws IOException {
        if (!isCockpitForOthers(request)) return false;
        JsonNode variables = answers.readTree(body).path("variables");
        return !variables.isMissingNode() && !variables.isNull() && !(variables.isArray() && variables.isEmpty());
    }

    private static boolean isCockpitForOthers(HttpServletRequest request) {
        return path(request).startsWith("/camunda/api/cockpit/")
                && SecurityContextHolder.getContext().getAuthentication().getAuthorities().stream()
                        .noneMatch(authority -> authority.getAuthority().equals(Roles.ADMIN));
    }

    private static boolean savesFilter(HttpServletRequest request) {
        return List.of("POST", "PUT").contains(request.getMethod())
                && A_FILTER.matcher(path(request)).matches();
    }

    /** Decoded, as the engine's resources are found by. */
    private static String path(HttpServletRequest request) {
        return request.getServletPath() + Objects.toString(request.getPathInfo(), "");
    }

    /** Refuses what is not UTF-8, as UTF-16 with its zero bytes is refused by the parser. */
    private static String text(byte[] body) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    }

    /** Why the body is refused, as the key of a message. */
    private Optional<String> refused(String body, boolean harmlessIsFine) throws IOException {
        try (JsonParser parser = json.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token != JsonToken.FIELD_NAME) continue;
                if (PAST_THE_DIAGRAM.contains(parser.currentName())) return Optional.of("start.refused");
                if (!isExpression(parser.currentName())) continue;
                boolean harmless =
                        parser.nextToken() == JsonToken.VALUE_STRING && QueryExpressions.isHarmless(parser.getText());
                if (!harmlessIsFine || !harmless) return Optional.of("expression.refused");
            }
            return Optional.empty();
        }
    }

    private static boolean isExpression(String key) {
        return key.toLowerCase(Locale.ROOT).endsWith("expression");
    }

    /** Shaped as the engine's own errors are. */
    private void refuse(HttpServletResponse response, HttpStatus status, String message) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        answers.writeValue(
                response.getWriter(),
                Map.of("type", "Refusal", "message", messages.getMessage(message, null, Locale.CHINA)));
    }
}
