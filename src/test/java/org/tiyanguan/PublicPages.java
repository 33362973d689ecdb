package org.tiyanguan;

import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All that a visitor finds who follows every link from the first page. */
final class PublicPages {

    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");

    private PublicPages() {}

    /** What one reads, by its address. */
    static Map<String, String> read(int port) {
        Browser visitor = new Browser(port);
        Map<String, String> read = new TreeMap<>();
        Deque<String> open = new ArrayDeque<>(List.of("/"));
        while (!open.isEmpty()) {
            String path = open.remove();
            if (read.containsKey(path)) continue;
            HttpResponse<String> answer = visitor.get(path);
            String type = answer.headers().firstValue("Content-Type").orElse("");
            boolean isText = answer.statusCode() == 200 && type.matches("(?:text/(?:html|csv)|application/atom).*");
            read.put(path, isText ? answer.body() : "");
            if (!isText || !type.startsWith("text/html")) continue;
            Matcher links = LINK.matcher(answer.body());
            while (links.find()) open.add(links.group(1).replace("&amp;", "&"));
        }
        return read;
    }
}
