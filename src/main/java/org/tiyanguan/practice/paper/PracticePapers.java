package org.tiyanguan.practice.paper;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.core.WordForm;
import org.tiyanguan.practice.PracticeText;
import org.tiyanguan.practice.PracticeTexts;
import org.tiyanguan.practice.page.PracticePages;

/**
 * The paper of a practice (经验材料), in the layout of {@code documents/} (GB/T 9704); it says what the reader may read.
 */
@Component
@Transactional(readOnly = true)
class PracticePapers {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private final PracticeTexts texts;
    private final Clock clock;
    private final String centerName;

    PracticePapers(PracticeTexts texts, Clock clock, @Value("${tiyanguan.center-name}") String centerName) {
        this.texts = texts;
        this.clock = clock;
        this.centerName = centerName;
    }

    /** @param view with a text */
    byte[] material(PracticePages.View view, PracticeText text) {
        Map<String, String> values = new HashMap<>();
        values.put("centerName", centerName);
        values.put("number", view.practice().number());
        values.put("title", view.draft() ? text.title() + texts.of("paper.draft") : text.title());
        values.put("department", view.department());
        values.put("serviceItem", view.practice().serviceItem());
        values.put("windows", text.windows() == null ? texts.of("paper.windows") : text.windows());
        values.put("before", lines(text.beforeText()));
        values.put("done", lines(text.doneText()));
        values.put("effect", lines(text.effectText()));
        values.put("named", view.named() == null ? "" : texts.of("paper.named", view.named()));
        String taken = view.taken().stream()
                .filter(one -> one.adoption().answer() != null)
                .map(one -> texts.of(
                        "paper.adoption",
                        one.department(),
                        texts.label("answer", one.adoption().answer()),
                        one.note() == null ? "" : "。" + one.note()))
                .collect(Collectors.joining("\n　　"));
        values.put("taken", taken.isEmpty() ? texts.of("paper.nobody") : taken);
        LocalDate day = view.practice().publishedAt() == null || view.draft()
                ? LocalDate.now(clock)
                : view.practice().updated().toLocalDate();
        values.put("day", day.format(DAY));
        return WordForm.fill("practice-material.docx", values, null);
    }

    private static String lines(String text) {
        return text.replace("\n", "\n　　");
    }
}
