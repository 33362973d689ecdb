package org.tiyanguan.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What notices say, in mails and in the program: {@code messages/notification.properties}. */
@Component
class NoticeWords {

    /** Only for mails about many cases: the lines of its list. */
    private static final String TEXT = "text";

    private static final TypeReference<LinkedHashMap<String, String>> FACTS = new TypeReference<>() {};

    record Fact(String label, String value) {}

    private final MessageSource messages;
    private final ObjectMapper json;

    NoticeWords(MessageSource messages, ObjectMapper json) {
        this.messages = messages;
        this.json = json;
    }

    String subject(String template) {
        return word("notice." + template + ".subject");
    }

    String lead(Notice notice) {
        return word("notice." + notice.template() + ".lead");
    }

    String next(Notice notice) {
        return word("notice." + notice.template() + ".next");
    }

    List<String> lines(Notice notice) {
        String text = data(notice).get(TEXT);
        return text == null ? List.of() : text.lines().toList();
    }

    List<Fact> facts(Notice notice) {
        Map<String, String> data = data(notice);
        data.remove(TEXT);
        return data.entrySet().stream()
                .filter(fact -> fact.getValue() != null && !fact.getValue().isBlank())
                .map(fact -> new Fact(word("fact." + fact.getKey()), fact.getValue()))
                .toList();
    }

    /** Where the program leads the reader to their task or to the case. */
    static String path(Notice notice) {
        String number = notice.number();
        if (number == null) return "/ledger?overdue=true";
        if (number.startsWith("TYG-")) return "/ledger/" + number + "/task";
        if (number.startsWith("PL-")) return "/ledger/bulk/" + number;
        return (number.startsWith("RW-") ? "/assignments/" : "/applications/") + number + "/task";
    }

    private Map<String, String> data(Notice notice) {
        try {
            return json.readValue(notice.data(), FACTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String word(String key) {
        return messages.getMessage(key, null, Locale.CHINA);
    }
}
