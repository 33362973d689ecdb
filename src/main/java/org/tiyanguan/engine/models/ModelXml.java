package org.tiyanguan.engine.models;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A diagram or decision table as plain XML, read before anything else reads it: no document type, no entities, nothing
 * from elsewhere, and only {@linkplain ModelWords known words}. So each parser after it sees the same.
 */
record ModelXml(String file, Document document) {

    /** Ways to run code, or to show a form, other than ours; they have a sentence that says what to use. */
    private static final Set<String> CODE = Set.of(
            "class",
            "delegateExpression",
            "type",
            "formKey",
            "formHandlerClass",
            "taskPriority",
            "topic",
            "script",
            "connector",
            "field",
            "formData",
            "language",
            "resource",
            "caseRef",
            "variableMappingClass",
            "variableMappingDelegateExpression");

    private static final String DEEPEST = "64";

    static Optional<ModelXml> read(String file, byte[] content, List<ModelFault> faults) {
        try {
            Document document = parser().parse(new ByteArrayInputStream(content));
            String encoding = document.getXmlEncoding();
            if (encoding == null || encoding.equalsIgnoreCase("UTF-8"))
                return Optional.of(new ModelXml(file, document));
            faults.add(new ModelFault(file, "", "encoding"));
        } catch (SAXException | IOException e) {
            faults.add(ModelFault.unreadable(file, e));
        }
        return Optional.empty();
    }

    private static DocumentBuilder parser() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setAttribute("http://www.oracle.com/xml/jaxp/properties/maxElementDepth", DEEPEST);
            DocumentBuilder parser = factory.newDocumentBuilder();
            parser.setErrorHandler(new DefaultHandler());
            return parser;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each word that is not on the list is a fault at its element. */
    void check(ModelWords words, List<ModelFault> faults) {
        if (!"1.0".equals(document.getXmlVersion())) faults.add(new ModelFault(file, "", "word.unknown", "XML 1.1"));
        instructions(document)
                .forEach(name -> faults.add(new ModelFault(file, "", "word.unknown", "<?" + name + "?>")));
        elements().forEach(element -> {
            String where = where(element);
            String namespace = element.getNamespaceURI();
            String word = words.word(namespace, element.getLocalName());
            if (!words.knowsNamespace(namespace)) {
                faults.add(new ModelFault(
                        file, where, "word.namespace", element.getNodeName(), Objects.toString(namespace, "")));
            } else if (!words.knows(word)) {
                faults.add(unknown(where, element));
            } else {
                attributes(element).forEach(attribute -> check(words, word, attribute, where, faults));
            }
        });
    }

    private void check(ModelWords words, String element, Attr attribute, String where, List<ModelFault> faults) {
        String namespace = attribute.getNamespaceURI();
        String word = words.word(namespace, attribute.getLocalName());
        if (namespace != null && !words.knowsNamespace(namespace))
            faults.add(new ModelFault(file, where, "word.namespace", attribute.getName(), namespace));
        else if (!words.knows(element, word)) faults.add(unknown(where, attribute));
        else if (!words.takes(element, word, attribute.getValue()))
            faults.add(new ModelFault(file, where, "word.value", attribute.getName(), attribute.getValue()));
    }

    private ModelFault unknown(String where, Node node) {
        String name = node.getLocalName();
        if (name.equals("scriptTask")) return new ModelFault(file, where, "script");
        return new ModelFault(file, where, CODE.contains(name) ? "code" : "word.unknown", name);
    }

    Stream<Element> elements() {
        NodeList all = document.getElementsByTagNameNS("*", "*");
        return IntStream.range(0, all.getLength()).mapToObj(i -> (Element) all.item(i));
    }

    /** Without the declarations of namespaces. */
    static Stream<Attr> attributes(Element element) {
        NamedNodeMap all = element.getAttributes();
        return IntStream.range(0, all.getLength())
                .mapToObj(i -> (Attr) all.item(i))
                .filter(attribute -> !XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI()));
    }

    /** The text in the element itself, as both parsers join it: comments and the marks of CDATA fall away. */
    static String text(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling())
            if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE)
                text.append(child.getNodeValue());
        return text.toString().strip();
    }

    /** The nearest element that a designer sees: one with an id and a name. */
    static String where(Element element) {
        String id = "";
        for (Node node = element; node instanceof Element e; node = node.getParentNode()) {
            if (e.hasAttribute("id") && e.hasAttribute("name"))
                return ModelFault.element(e.getAttribute("id"), e.getAttribute("name"));
            if (id.isEmpty()) id = e.getAttribute("id");
        }
        return id;
    }

    private static Stream<String> instructions(Node parent) {
        Stream<String> own = parent.getNodeType() == Node.PROCESSING_INSTRUCTION_NODE
                ? Stream.of(parent.getNodeName())
                : Stream.empty();
        NodeList children = parent.getChildNodes();
        return Stream.concat(
                own, IntStream.range(0, children.getLength()).boxed().flatMap(i -> instructions(children.item(i))));
    }
}
