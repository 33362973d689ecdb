package org.tiyanguan.api.webhooks;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One POST to a machine that was looked up and found open before. Java's own clients look the name up once more, and by
 * then it may stand for this machine. Nothing of the answer is read but its first line: it may be endless.
 */
final class WebhookCall {

    /** Together shorter than the engine's job lock, so that no message is sent twice at once. */
    private static final Duration TO_CONNECT = Duration.ofSeconds(5);

    private static final Duration TO_ANSWER = Duration.ofSeconds(20);

    private static final int LONGEST_LINE = 1000;

    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: .*)?");

    private final WebhookAddress.Target target;
    private final long end = System.nanoTime() + TO_CONNECT.plus(TO_ANSWER).toNanos();

    private WebhookCall(WebhookAddress.Target target) {
        this.target = target;
    }

    /** @return the HTTP status */
    static int post(WebhookAddress.Target target, Map<String, String> headers, String body) throws IOException {
        return new WebhookCall(target).post(headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private int post(Map<String, String> headers, byte[] body) throws IOException {
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(target.machine(), port()), (int) TO_CONNECT.toMillis());
            plain.setSoTimeout(left());
            try (Socket socket = isSecret() ? secret(plain) : plain) {
                socket.getOutputStream().write(head(headers, body.length).getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().write(body);
                socket.getOutputStream().flush();
                return status(socket);
            }
        }
    }

    /** Whoever answers has to have a certificate for the name in the address. */
    private Socket secret(Socket plain) throws IOException {
        SSLSocket socket = (SSLSocket) ((SSLSocketFactory) SSLSocketFactory.getDefault())
                .createSocket(plain, target.uri().getHost(), port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private String head(Map<String, String> headers, int length) {
        String path = target.uri().toASCIIString().replaceFirst("^[^:]+://[^/?]+", "");
        StringBuilder head = new StringBuilder("POST ")
                .append(path.startsWith("/") ? path : "/" + path)
                .append(" HTTP/1.1\r\n");
        head.append("Host: ").append(target.uri().getRawAuthority()).append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("Content-Length: ")
                .append(length)
                .append("\r\nConnection: close\r\n\r\n")
                .toString();
    }

    private int status(Socket socket) throws IOException {
        StringBuilder line = new StringBuilder();
        InputStream answer = socket.getInputStream();
        for (int next = next(socket, answer); next != '\n'; next = next(socket, answer)) {
            if (next < 0 || line.length() > LONGEST_LINE) throw new IOException("no HTTP");
            line.append((char) next);
        }
        Matcher status = STATUS_LINE.matcher(line.toString().strip());
        if (!status.matches()) throw new IOException("no HTTP");
        return Integer.parseInt(status.group(1));
    }

    /** Also of an answer that comes by a letter a second the end is awaited no longer than that. */
    private int next(Socket socket, InputStream answer) throws IOException {
        socket.setSoTimeout(left());
        return answer.read();
    }

    private int left() throws SocketTimeoutException {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) throw new SocketTimeoutException("no answer in time");
        return (int) left;
    }

    private boolean isSecret() {
        return "https".equalsIgnoreCase(target.uri().getScheme());
    }

    private int port() {
        int port = target.uri().getPort();
        return port > 0 ? port : isSecret() ? 443 : 80;
    }
}
