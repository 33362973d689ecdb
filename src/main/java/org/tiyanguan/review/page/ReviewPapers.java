package org.tiyanguan.review.page;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.WordForm;
import org.tiyanguan.officer.Officer;
import org.tiyanguan.officer.Officers;
import org.tiyanguan.officer.Term;
import org.tiyanguan.officer.Terms;
import org.tiyanguan.review.DutyCounts;
import org.tiyanguan.review.Measure;
import org.tiyanguan.review.Review;
import org.tiyanguan.review.Review.Outcome;
import org.tiyanguan.review.ReviewTexts;
import org.tiyanguan.security.People;

/** The papers of a closed review as Word files, in the layouts of {@code documents/}. */
@Component
class ReviewPapers {

    /** 考核登记表、续聘书、解聘通知书、荣誉证书、工作鉴定意见; the file of each is its name in {@code documents/}. */
    enum Paper {
        REVIEW_FORM("review-form"),
        RENEWAL_LETTER("renewal-letter"),
        DISMISSAL_NOTICE("dismissal-notice"),
        HONOUR_CERTIFICATE("honour-certificate"),
        WORK_APPRAISAL("work-appraisal");

        private final String file;

        Paper(String file) {
            this.file = file;
        }

        public String file() {
            return file + ".docx";
        }

        static Optional<Paper> of(String file) {
            return Arrays.stream(values())
                    .filter(paper -> paper.file.equals(file))
                    .findFirst();
        }

        private boolean isOf(Review review) {
            if (review.isOpen()) return false;
            return switch (this) {
                case REVIEW_FORM, WORK_APPRAISAL -> true;
                case RENEWAL_LETTER -> review.outcome() == Outcome.RENEWED;
                case DISMISSAL_NOTICE -> review.outcome() == Outcome.ENDED && review.measure() == Measure.DISMISS;
                case HONOUR_CERTIFICATE -> review.measure() == Measure.COMMEND;
            };
        }
    }

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy 年 M 月 d 日");

    private final Officers officers;
    private final Terms terms;
    private final People people;
    private final DutyCounts counts;
    private final ReviewTexts texts;
    private final Clock clock;
    private final String centerName;

    ReviewPapers(
            Officers officers,
            Terms terms,
            People people,
            DutyCounts counts,
            ReviewTexts texts,
            Clock clock,
            @Value("${tiyanguan.center-name}") String centerName) {
        this.officers = officers;
        this.terms = terms;
        this.people = people;
        this.counts = counts;
        this.texts = texts;
        this.clock = clock;
        this.centerName = centerName;
    }

    /** What the staff may hand out: the appraisal only with the officer's consent, as it is for the employer. */
    List<Paper> forStaff(Review review) {
        return Arrays.stream(Paper.values())
                .filter(paper -> paper.isOf(review))
                .filter(paper -> paper != Paper.WORK_APPRAISAL || review.appraisalAgreedAt() != null)
                .toList();
    }

    /** What the officer gets. */
    List<Paper> forOfficer(Review review) {
        return Stream.of(Paper.RENEWAL_LETTER, Paper.DISMISSAL_NOTICE, Paper.HONOUR_CERTIFICATE, Paper.WORK_APPRAISAL)
                .filter(paper -> paper.isOf(review))
                .toList();
    }

    byte[] print(Review review, Paper paper) {
        return WordForm.fill(paper.file(), values(review), null);
    }

    private Map<String, String> values(Review review) {
        List<Term> chain = terms.of(review.account());
        Term reviewed = chain.stream()
                .filter(term -> term.id() == review.term())
                .findFirst()
                .orElseThrow();
        // The letter speaks of the term that the review led to, or else of the one that it was about.
        Term spoken = chain.stream()
                .filter(term ->
                        review.outcome() == Outcome.RENEWED && review.number().equals(term.review()))
                .findFirst()
                .orElse(reviewed);
        LocalDate closed = review.closedAt() == null
                ? LocalDate.now(clock)
                : review.closedAt().toLocalDate();
        Map<String, String> values = new HashMap<>();
        values.put("centerName", centerName);
        values.put("number", review.number());
        values.put("name", people.nameOf(review.account()));
        values.put(
                "category",
                officers.withAccount(review.account())
                        .map(Officer::category)
                        .map(category -> texts.label("category", category))
                        .orElse(""));
        values.put("letter", spoken.letter());
        values.put("termFrom", DAY.format(spoken.termFrom()));
        values.put("termUntil", DAY.format(spoken.termUntil()));
        values.put("term", texts.of("term", reviewed.termFrom(), reviewed.termUntil()));
        values.put("endedOn", DAY.format(reviewed.lastDay()));
        values.put("period", texts.of("term", review.periodFrom(), review.periodUntil()));
        values.put("cause", texts.label("cause", review.cause()));
        values.put("counts", figures(review));
        values.put("dutyReport", or(review.dutyReport()));
        values.put("grade", texts.label("grade", review.grade()));
        values.put("measure", texts.label("measure", review.measure()));
        values.put("reason", or(review.reason()));
        values.put(
                "judged",
                or(Stream.of(review.reason(), review.decisionReason())
                        .filter(text -> text != null)
                        .distinct()
                        .collect(Collectors.joining("\n"))));
        values.put("objection", or(objection(review)));
        values.put("openedAt", texts.time(review.openedAt()));
        values.put("closedAt", review.closedAt() == null ? "" : texts.time(review.closedAt()));
        values.put("appointedOn", DAY.format(closed));
        values.put("today", DAY.format(closed));
        return values;
    }

    private String figures(Review review) {
        return Stream.concat(
                        Stream.of(
                                texts.of("figure.points") + " " + review.points(),
                                texts.of("figure.attendance") + " " + texts.of("percent", counts.attendance(review))),
                        counts.named(review).entrySet().stream()
                                .filter(count -> count.getValue() != 0)
                                .map(count -> count.getKey() + " " + count.getValue()))
                .collect(Collectors.joining("；"));
    }

    private @Nullable String objection(Review review) {
        return review.objection() == null
                ? null
                : review.objection() + "\n" + texts.label("ruling", review.ruling()) + "：" + or(review.rulingReason());
    }

    private String or(@Nullable String text) {
        return text == null || text.isEmpty() ? texts.of("none") : text;
    }
}
