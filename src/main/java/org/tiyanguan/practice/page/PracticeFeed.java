package org.tiyanguan.practice.page;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.practice.Practice;
import org.tiyanguan.practice.PracticeText;
import org.tiyanguan.practice.PracticeTexts;
import org.tiyanguan.practice.PracticeVersions;
import org.tiyanguan.security.People;

/** The practices that everybody may read, as an Atom feed (RFC 4287). */
@Component
@Transactional(readOnly = true)
class PracticeFeed {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    /** The program began in this year: before the first practice nothing changed since. */
    private static final LocalDateTime EMPTY = LocalDateTime.of(2026, 1, 1, 0, 0);

    private final PracticeVersions versions;
    private final People people;
    private final PracticeTexts texts;
    private final Clock clock;
    private final String baseUrl;
    private final String centerName;

    PracticeFeed(
            PracticeVersions versions,
            People people,
            PracticeTexts texts,
            Clock clock,
            @Value("${tiyanguan.base-url}") String baseUrl,
            @Value("${tiyanguan.center-name}") String centerName) {
        this.versions = versions;
        this.people = people;
        this.texts = texts;
        this.clock = clock;
        this.baseUrl = baseUrl;
        this.centerName = centerName;
    }

    /** @param practices the newest first */
    byte[] write(List<Practice> practices) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter out =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            out.writeStartElement("feed");
            out.writeDefaultNamespace(ATOM);
            out.writeAttribute("xml", XMLConstants.XML_NS_URI, "lang", "zh-CN");
            element(out, "id", baseUrl + "/practices.atom");
            element(out, "title", texts.of("feed.title"));
            element(out, "subtitle", texts.of("feed.subtitle"));
            element(out, "updated", time(lastUpdate(practices)));
            link(out, "self", baseUrl + "/practices.atom", "application/atom+xml");
            link(out, "alternate", baseUrl + "/practices", "text/html");
            out.writeStartElement("author");
            element(out, "name", centerName);
            out.writeEndElement();
            for (Practice practice : practices) entry(out, practice);
            out.writeEndElement();
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static LocalDateTime lastUpdate(List<Practice> practices) {
        return practices.stream()
                .map(Practice::updated)
                .max(LocalDateTime::compareTo)
                .orElse(EMPTY);
    }

    private void entry(XMLStreamWriter out, Practice practice) throws XMLStreamException {
        Optional<PracticeText> found = versions.published(practice.number());
        if (found.isEmpty()) return;
        PracticeText text = found.get();
        String page = baseUrl + "/practices/" + practice.number();
        out.writeStartElement("entry");
        element(out, "id", page);
        element(out, "title", text.title());
        element(out, "published", time(practice.since()));
        element(out, "updated", time(practice.updated()));
        link(out, "alternate", page, "text/html");
        if (practice.topic() != null) {
            out.writeEmptyElement("category");
            out.writeAttribute("term", practice.topic());
        }
        element(
                out,
                "summary",
                texts.of("feed.summary", people.departmentName(practice.department()), text.effectText()));
        out.writeStartElement("content");
        out.writeAttribute("type", "text");
        out.writeCharacters(legal(String.join(
                "\n\n",
                texts.of("feed.before"),
                text.beforeText(),
                texts.of("feed.done"),
                text.doneText(),
                texts.of("feed.effect"),
                text.effectText())));
        out.writeEndElement();
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
