package org.tiyanguan.rectification;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.PlainText;
import org.tiyanguan.core.Texts;
import org.tiyanguan.privacy.Passage;

/** Shows the centre what in the reporter's words tells who it was, or may. */
@Component
class TraceMarks {

    private final Texts words;

    TraceMarks(Texts words) {
        this.words = words;
    }

    /** The form shows it as HTML, of which nothing but these marks is left. */
    static String marked(List<Passage> passages) {
        return passages.stream()
                .map(one -> one.label() == null ? html(one) : "<strong>" + html(one) + "</strong>")
                .collect(Collectors.joining());
    }

    /** Addresses alone keep signs that HTML reads. */
    private static String html(Passage passage) {
        return PlainText.of(passage.text()).replace("&", "&amp;");
    }

    /** Says of each where it stands and what becomes of it. */
    List<Map<String, String>> of(Map<String, List<Passage>> original) {
        return original.entrySet().stream()
                .flatMap(field -> field.getValue().stream()
                        .filter(one -> one.label() != null)
                        .map(one -> Map.of(
                                "text",
                                        words.of(
                                                "public-text.at",
                                                words.of("public-text." + field.getKey()),
                                                PlainText.of(one.text())),
                                "done",
                                        words.of(
                                                one.sure() ? "public-text.replaced" : "public-text.likely",
                                                one.label()))))
                .toList();
    }
}
