package org.tiyanguan.engine.models;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes a model as an attacker or a slip might, at a random place. */
class Mutation {

    private static final List<String> REACHES = List.of(
            "${dataSource.getConnection()}",
            "#{dataSource.connection}",
            "${''.getClass().forName('java.lang.Runtime')}",
            "${execution.processEngineServices.runtimeService}",
            "${rectification['class']}",
            "${rectification.class.name}",
            "${S('x')}",
            "a${environment.getProperty('x')}b",
            "&#36;{dataSource.getConnection()}",
            "${rectification.centerDue().getClass()}",
            "${task.execution}");
    private static final List<String> VALUES = List.of(
            "shell",
            "mail",
            "external",
            "java.lang.Object",
            "groovy",
            "true",
            "deployment://x.groovy",
            "R/PT1S",
            "999999999",
            "",
            "latest",
            "notice");
    private static final List<String> ATTRIBUTES = List.of(
            "type",
            "class",
            "expression",
            "delegateExpression",
            "formKey",
            "formHandlerClass",
            "topic",
            "assignee",
            "candidateGroups",
            "candidateUsers",
            "dueDate",
            "followUpDate",
            "priority",
            "jobPriority",
            "taskPriority",
            "asyncBefore",
            "variableMappingClass",
            "variableMappingDelegateExpression",
            "caseRef",
            "resource",
            "decisionRef",
            "collection",
            "initiator",
            "resultVariable",
            "historyTimeToLive",
            "errorMessage",
            "variableName",
            "language",
            "scriptFormat",
            "implementation",
            "name",
            "calledElement",
            "messageRef",
            "event",
            "sourceExpression",
            "key",
            "isForCompensation",
            "triggeredByEvent",
            "expressionLanguage",
            "inputVariable",
            "schemaLocation");
    private static final List<String> PREFIXES =
            List.of("", "camunda:", "activiti:", "fox:", "other:", "xsi:", "bpmn:");
    private static final List<String> NAMESPACES = List.of(
            "http://activiti.org/bpmn",
            "http://www.camunda.com/fox",
            "http://camunda.org/schema/1.0/bpmn",
            "http://camunda.org/schema/1.0/bpmn/",
            "HTTP://camunda.org/schema/1.0/bpmn",
            "http://camunda.org/schema/zeebe/1.0",
            "http://www.omg.org/spec/BPMN/20100524/MODEL",
            "urn:x",
            "",
            "http://www.w3.org/2001/XInclude",
            "http://www.omg.org/spec/DMN/20180521/MODEL/");
    private static final List<String> ELEMENTS = List.of(
            "<P:executionListener event=\"start\" class=\"x.Y\"/>",
            "<P:executionListener event=\"start\" expression=\"V\"/>",
            "<P:executionListener event=\"end\" delegateExpression=\"V\"/>",
            "<P:taskListener event=\"create\" class=\"x.Y\"/>",
            "<P:taskListener event=\"create\" expression=\"V\"/>",
            "<P:field name=\"command\" stringValue=\"true\"/>",
            "<P:inputOutput><P:inputParameter name=\"x\">V</P:inputParameter></P:inputOutput>",
            "<P:inputOutput><P:inputParameter name=\"x\"><P:script scriptFormat=\"groovy\">1</P:script></P:inputParameter></P:inputOutput>",
            "<P:inputOutput><P:outputParameter name=\"x\"><P:list><P:value>V</P:value></P:list></P:outputParameter></P:inputOutput>",
            "<P:connector><P:connectorId>http-connector</P:connectorId></P:connector>",
            "<P:formData><P:formField id=\"x\" type=\"string\" defaultValue=\"V\"/></P:formData>",
            "<P:failedJobRetryTimeCycle>V</P:failedJobRetryTimeCycle>",
            "<P:properties><P:property name=\"x\" value=\"V\"/></P:properties>",
            "<P:in sourceExpression=\"V\" target=\"x\"/>",
            "<P:errorEventDefinition id=\"e\" errorRef=\"x\" expression=\"V\"/>",
            "<bpmn:documentation>V</bpmn:documentation>",
            "<bpmn:extensionElements/>",
            "<bpmn:humanPerformer><bpmn:resourceAssignmentExpression><bpmn:formalExpression>V</bpmn:formalExpression>"
                    + "</bpmn:resourceAssignmentExpression></bpmn:humanPerformer>",
            "<bpmn:scriptTask id=\"s\" scriptFormat=\"groovy\"><bpmn:script>1</bpmn:script></bpmn:scriptTask>",
            "<bpmn:serviceTask id=\"s\" P:type=\"shell\"/>",
            "<bpmn:serviceTask id=\"s\" P:class=\"x.Y\"/>",
            "<bpmn:serviceTask id=\"s\" P:expression=\"V\"/>",
            "<bpmn:callActivity id=\"s\" calledElement=\"V\"/>",
            "<bpmn:message id=\"m\" name=\"V\"/>",
            "<bpmn:signal id=\"m\" name=\"V\"/>",
            "<bpmn:conditionExpression>V</bpmn:conditionExpression>",
            "<bpmn:import importType=\"http://schemas.xmlsoap.org/wsdl/\" location=\"http://localhost/\" namespace=\"x\"/>",
            "<bpmn:multiInstanceLoopCharacteristics P:collection=\"V\"/>",
            "<?x V?>",
            "<!-- V -->",
            "<![CDATA[V]]>");
    private static final List<String> DECLARATIONS = List.of(
            "<!DOCTYPE x>",
            "<!DOCTYPE x SYSTEM \"http://localhost/x.dtd\">",
            "<!DOCTYPE x [<!ENTITY a \"b\"><!ENTITY c \"&a;&a;&a;\">]>",
            "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>",
            "<?xml-stylesheet href=\"x\"?>");
    private static final List<String> CHARSETS = List.of("UTF-16", "UTF-16BE", "UTF-32", "GBK", "ISO-8859-1", "IBM037");

    private final Random random;
    private final List<UnaryOperator<String>> changes = List.of(
            this::attribute,
            this::attribute,
            this::element,
            this::element,
            this::expression,
            this::expression,
            this::obscured,
            this::namespace,
            this::rename,
            this::value,
            this::twice,
            this::without,
            this::swap,
            this::declaration,
            this::cut);

    Mutation(Random random) {
        this.random = random;
    }

    byte[] of(String model) {
        String text = model.replaceFirst(
                "<(\\S*definitions)",
                "<$1 xmlns:activiti=\"http://activiti.org/bpmn\""
                        + " xmlns:fox=\"http://www.camunda.com/fox\" xmlns:other=\"" + one(NAMESPACES.subList(0, 8))
                        + "\"");
        for (int i = random.nextInt(3); i >= 0; i--) text = one(changes).apply(text);
        return random.nextInt(15) == 0 ? recoded(text) : text.getBytes(StandardCharsets.UTF_8);
    }

    private String attribute(String text) {
        return at(
                text,
                "<[\\w:]+(?=[\\s/>])",
                tag -> tag + " " + one(PREFIXES) + one(ATTRIBUTES) + "=\"" + content() + "\"");
    }

    private String element(String text) {
        String element = one(ELEMENTS).replace("P:", one(PREFIXES)).replace("V", content());
        return at(text, "<[\\w:]+[^<>]*[^/<>]>", tag -> tag + element);
    }

    private String expression(String text) {
        return at(text, "[$#]\\{[^}]*}", old -> one(REACHES));
    }

    /** Written so that a careless reader would not see it. */
    private String obscured(String text) {
        String reach = one(REACHES);
        int middle = reach.length() / 2;
        String hidden = one(List.of(
                "<![CDATA[" + reach + "]]>",
                reach.substring(0, middle) + "<!-- x -->" + reach.substring(middle),
                reach.substring(0, middle) + "<![CDATA[]]>" + reach.substring(middle),
                reach.replace("{", "&#x7B;"),
                reach.substring(0, 1) + "<?x?>" + reach.substring(1)));
        return at(text, "(?<=>)[^<>\\s][^<>]*(?=<)", old -> hidden);
    }

    private String namespace(String text) {
        return at(text, "(?<=xmlns:?\\w{0,20}=\")[^\"]*", old -> one(NAMESPACES));
    }

    private String rename(String text) {
        return at(
                text,
                "(?<=[</][\\w]{0,9}:?)(task|userTask|serviceTask|sendTask|startEvent|endEvent|inputParameter|executionListener)\\b",
                old -> one(List.of(
                        "scriptTask",
                        "serviceTask",
                        "adHocSubProcess",
                        "script",
                        "callActivity",
                        "field",
                        "complexGateway")));
    }

    private String value(String text) {
        return at(text, "(?<==\")[^\"]*", old -> content());
    }

    private String twice(String text) {
        return at(text, "<[\\w:]+[^<>]*/>", tag -> tag + tag);
    }

    private String without(String text) {
        return at(text, "\\s[\\w:]+=\"[^\"]*\"", old -> "");
    }

    private String swap(String text) {
        return at(
                text,
                "(<[\\w:]+[^<>]*/>)\\s*(<[\\w:]+[^<>]*/>)",
                two -> two.replaceFirst("(?s)(<[^>]*/>)\\s*(.*)", "$2$1"));
    }

    private String declaration(String text) {
        return text.replaceFirst("\\?>", Matcher.quoteReplacement("?>" + one(DECLARATIONS)));
    }

    private String cut(String text) {
        int from = random.nextInt(text.length());
        return text.substring(0, from) + text.substring(Math.min(text.length(), from + random.nextInt(9)));
    }

    private byte[] recoded(String text) {
        String charset = one(CHARSETS);
        String named =
                random.nextBoolean() ? text.replaceFirst("encoding=\"[^\"]*\"", "encoding=\"" + charset + "\"") : text;
        return random.nextInt(3) == 0
                ? ("\uFEFF" + named).getBytes(StandardCharsets.UTF_8)
                : named.getBytes(random.nextBoolean() ? StandardCharsets.UTF_8 : Charset.forName(charset));
    }

    private String content() {
        return random.nextBoolean() ? one(REACHES) : one(VALUES);
    }

    /** One of the places that match, changed. */
    private String at(String text, String place, UnaryOperator<String> change) {
        List<MatchResult> places =
                new ArrayList<>(Pattern.compile(place).matcher(text).results().toList());
        if (places.isEmpty()) return text;
        MatchResult found = one(places);
        return text.substring(0, found.start()) + change.apply(found.group()) + text.substring(found.end());
    }

    private <T> T one(List<T> many) {
        return many.get(random.nextInt(many.size()));
    }
}
