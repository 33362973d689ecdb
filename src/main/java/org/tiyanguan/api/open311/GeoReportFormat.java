package org.tiyanguan.api.open311;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Writes an answer in JSON, or in the XML that Open311 derives it from: each list is an element around its items. */
@Component
class GeoReportFormat {

    /** At the end of each address. */
    static final String SUFFIX = "{format:json|xml}";

    static final String XML = "xml";

    /** What a list's items are called. */
    private static final Map<String, String> ITEMS = Map.of(
            "services",
            "service",
            "service_requests",
            "request",
            "attributes",
            "attribute",
            "values",
            "value",
            "errors",
            "error");

    private static final MediaType XML_TYPE = new MediaType("text", "xml", StandardCharsets.UTF_8);
    private static final MediaType JSON_TYPE = new MediaType("application", "json", StandardCharsets.UTF_8);

    /** What XML 1.0 has no way to write. */
    private static final String UNWRITABLE = "[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

    private final ObjectMapper json;
    private final XMLOutputFactory xml = XMLOutputFactory.newFactory();

    GeoReportFormat(ObjectMapper json) {
        this.json = json;
    }

    /** @param name of the root element */
    ResponseEntity<String> answer(HttpStatusCode status, String format, String name, Object value) {
        JsonNode node = json.valueToTree(value);
        boolean isXml = XML.equals(format);
        return ResponseEntity.status(status)
                .contentType(isXml ? XML_TYPE : JSON_TYPE)
                .body(isXml ? xml(name, node) : node.toString());
    }

    private String xml(String name, JsonNode value) {
        try {
            StringWriter text = new StringWriter();
            XMLStreamWriter writer = xml.createXMLStreamWriter(text);
            writer.writeStartDocument("utf-8", "1.0");
            write(writer, name, value);
            writer.writeEndDocument();
            writer.close();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(XMLStreamWriter writer, String name, JsonNode value) throws XMLStreamException {
        writer.writeStartElement(name);
        if (value.isArray())
            for (JsonNode item : value) write(writer, Objects.requireNonNull(ITEMS.get(name), name), item);
        else if (value.isObject()) for (var field : value.properties()) write(writer, field.getKey(), field.getValue());
        else if (!value.isNull()) writer.writeCharacters(value.asText().replaceAll(UNWRITABLE, ""));
        writer.writeEndElement();
    }
}
