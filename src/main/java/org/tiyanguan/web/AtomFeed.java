package org.tiyanguan.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Writes Atom feeds (RFC 4287) of what everybody may read. */
@Component
public class AtomFeed {

    public static final MediaType TYPE = new MediaType("application", "atom+xml", StandardCharsets.UTF_8);

    /** {@code path} and {@code page} are addresses of ours: that of the feed, and of the page that shows the same. */
    public record Head(String path, String page, String title, String subtitle) {}

    /** {@code page} is an address of ours; {@code content} is plain text. */
    public record Entry(
            String page,
            String title,
            LocalDateTime published,
            LocalDateTime updated,
            @Nullable String category,
            String summary,
            @Nullable String content) {}

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    /** The program began in this year: before the first entry nothing changed since. */
    private static final LocalDateTime EMPTY = LocalDateTime.of(2026, 1, 1, 0, 0);

    private final Clock clock;
    private final String baseUrl;
    private final String centerName;

    AtomFeed(
            Clock clock,
            @Value("${tiyanguan.base-url}") String baseUrl,
            @Value("${tiyanguan.center-name}") String centerName) {
        this.clock = clock;
        this.baseUrl = baseUrl;
        this.centerName = centerName;
    }

    /** @param entries in the order in which they are to be read */
    public byte[] write(Head head, List<Entry> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter out =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            out.writeStartElement("feed");
            out.writeDefaultNamespace(ATOM);
            out.writeAttribute("xml", XMLConstants.XML_NS_URI, "lang", "zh-CN");
            element(out, "id", baseUrl + head.path);
            element(out, "title", head.title);
            element(out, "subtitle", head.subtitle);
            element(out, "updated", time(lastUpdate(entries)));
            link(out, "self", baseUrl + head.path, "application/atom+xml");
            link(out, "alternate", baseUrl + head.page, "text/html");
            out.writeStartElement("author");
            element(out, "name", centerName);
            out.writeEndElement();
            for (Entry entry : entries) write(out, entry);
            out.writeEndElement();
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static LocalDateTime lastUpdate(List<Entry> entries) {
        return entries.stream()
                .map(Entry::updated)
                .max(LocalDateTime::compareTo)
                .orElse(EMPTY);
    }

    private void write(XMLStreamWriter out, Entry entry) throws XMLStreamException {
        out.writeStartElement("entry");
        element(out, "id", baseUrl + entry.page);
        element(out, "title", entry.title);
        element(out, "published", time(entry.published));
        element(out, "updated", time(entry.updated));
        link(out, "alternate", baseUrl + entry.page, "text/html");
        if (entry.category != null) {
            out.writeEmptyElement("category");
            out.writeAttribute("term", legal(entry.category));
        }
        element(out, "summary", entry.summary);
        if (entry.content != null) {
            out.writeStartElement("content");
            out.writeAttribute("type", "text");
            out.writeCharacters(legal(entry.content));
            out.writeEndElement();
        }
        out.writeEndElement();
    }

    private static void element(XMLStreamWriter out, String name, String text) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(legal(text));
        out.writeEndElement();
    }

    private static void link(XMLStreamWriter out, String rel, String href, String type) throws XMLStreamException {
        out.writeEmptyElement("link");
        out.writeAttribute("rel", rel);
        out.writeAttribute("type", type);
        out.writeAttribute("href", href);
    }

    /** In the program's zone, as RFC 3339 wants it. */
    private String time(LocalDateTime time) {
        return time.truncatedTo(ChronoUnit.SECONDS)
                .atZone(clock.getZone())
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    /** Without the signs that XML 1.0 has no place for, half characters included. */
    private static String legal(String text) {
        return text.codePoints()
                .filter(sign -> sign == '\t'
                        || sign == '\n'
                        || sign == '\r'
                        || sign >= 0x20 && sign <= 0xD7FF
                        || sign >= 0xE000 && sign <= 0xFFFD
                        || sign >= 0x10000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
