package org.tiyanguan.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Texts;

/** What notices say, in mails and in the program: {@code messages/notification.properties}. */
@Component
class NoticeWords {

    /** Finds the number with which a line of a list begins that is about a case. */
    private static final Pattern NUMBER = Pattern.compile("^([A-Z]{2,3}-\\d{4}-\\d+) ");

    /** Only for mails about many cases: the lines of its list. */
    private static final String TEXT = "text";

    private static final String TITLE = "title";

    private static final TypeReference<LinkedHashMap<String, String>> FACTS = new TypeReference<>() {};

    record Fact(String label, String value) {}

    /** A case in a mail about several. */
    record Case(
            String number,
            String path,
            String subject,
            @Nullable String title,
            List<Fact> facts) {}

    /** A line of a list; {@code path} leads to its case, null for none. */
    record Row(String text, @Nullable String path) {}

    private final Texts texts;
    private final ObjectMapper json;
    private final NoticePaths paths;

    NoticeWords(Texts texts, ObjectMapper json, NoticePaths paths) {
        this.texts = texts;
        this.json = json;
        this.paths = paths;
    }

    String subject(String template) {
        return word("notice." + template + ".subject");
    }

    /** How many of what. */
    String subject(List<Notice> several) {
        return several.stream()
                .collect(Collectors.groupingBy(
                        notice -> subject(notice.template()), LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(each -> texts.of("notice.several.subject", each.getKey(), each.getValue()))
                .collect(Collectors.joining("，"));
    }

    Case oneOfSeveral(Notice notice) {
        return new Case(
                notice.number(),
                paths.of(notice),
                subject(notice.template()),
                data(notice).get(TITLE),
                facts(notice, TITLE));
    }

    String leadOfSeveral() {
        return word("notice.several.lead");
    }

    String nextOfSeveral() {
        return word("notice.several.next");
    }

    Row more(int cases) {
        return new Row(texts.of("notice.several.more", cases), null);
    }

    String lead(Notice notice) {
        return word("notice." + notice.template() + ".lead");
    }

    String next(Notice notice) {
        return word("notice." + notice.template() + ".next");
    }

    List<Row> rows(Notice notice) {
        String text = data(notice).get(TEXT);
        return text == null ? List.of() : text.lines().map(this::row).toList();
    }

    List<Fact> facts(Notice notice) {
        return facts(notice, TEXT);
    }

    private List<Fact> facts(Notice notice, String apart) {
        Map<String, String> data = data(notice);
        data.remove(apart);
        return data.entrySet().stream()
                .filter(fact -> fact.getValue() != null && !fact.getValue().isBlank())
                .map(fact -> new Fact(word("fact." + fact.getKey()), fact.getValue()))
                .toList();
    }

    private Row row(String line) {
        Matcher number = NUMBER.matcher(line);
        return new Row(line, number.find() ? paths.ofCase(number.group(1)) : null);
    }

    private Map<String, String> data(Notice notice) {
        try {
            return json.readValue(notice.data(), FACTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String word(String key) {
        return texts.of(key);
    }
}
