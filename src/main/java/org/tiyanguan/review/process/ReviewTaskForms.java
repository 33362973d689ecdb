package org.tiyanguan.review.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.colleague.CaseSteps;
import org.tiyanguan.core.PlainText;
import org.tiyanguan.engine.ForModels;
import org.tiyanguan.engine.ForTask;
import org.tiyanguan.engine.OwnCase;
import org.tiyanguan.officer.Officer;
import org.tiyanguan.officer.Officers;
import org.tiyanguan.review.DutyCounts;
import org.tiyanguan.review.Review;
import org.tiyanguan.review.ReviewTexts;
import org.tiyanguan.review.Reviews;
import org.tiyanguan.security.People;

/** The one small view that feeds each form of {@code officer-review.bpmn}, as JSON made when the task is created. */
@ForModels
@ForTask
@Component("reviewViews")
@Transactional(readOnly = true)
public class ReviewTaskForms {

    private record Line(String what, String value) {}

    private record Happened(String at, String who, String what, String text) {}

    private final Reviews reviews;
    private final CaseSteps history;
    private final DutyCounts counts;
    private final ReviewJudgement judgement;
    private final Officers officers;
    private final People people;
    private final ReviewTexts texts;
    private final ObjectMapper json;

    ReviewTaskForms(
            Reviews reviews,
            CaseSteps history,
            DutyCounts counts,
            ReviewJudgement judgement,
            Officers officers,
            People people,
            ReviewTexts texts,
            ObjectMapper json) {
        this.reviews = reviews;
        this.history = history;
        this.counts = counts;
        this.judgement = judgement;
        this.officers = officers;
        this.people = people;
        this.texts = texts;
        this.json = json;
    }

    /** What the officer may know: the own figures, the result and why. */
    public String toOfficer(@OwnCase String number) {
        Review review = reviews.review(number);
        Map<String, Object> view = about(review);
        view.put("link", "/officer/reviews/" + number);
        return write(view);
    }

    /** What the centre judges by, with what the table proposes. */
    public String toReview(@OwnCase String number, @Nullable Object proposal) {
        Review review = reviews.review(number);
        Map<String, Object> view = forStaff(review);
        view.put(
                "proposal",
                texts.of(
                        "proposal",
                        texts.label("grade", judgement.grade(proposal)),
                        texts.label("measure", judgement.measure(review, proposal))));
        return write(view);
    }

    /** What the leader decides by, the objection included. */
    public String toDecide(@OwnCase String number) {
        Review review = reviews.review(number);
        Map<String, Object> view = forStaff(review);
        view.put("objection", PlainText.of(review.objection()));
        return write(view);
    }

    private Map<String, Object> forStaff(Review review) {
        Map<String, Object> view = about(review);
        view.put("link", "/reviews/" + review.number());
        view.put("dutyReport", PlainText.of(review.dutyReport()));
        view.put("places", texts.of("places", judgement.given(review), judgement.places(review)));
        view.put(
                "history",
                history.of(review.number()).stream()
                        .map(step -> new Happened(
                                texts.time(step.at()),
                                PlainText.of(step.actorName()),
                                texts.of("act." + step.act()),
                                step.text() == null ? "" : PlainText.of(step.text())))
                        .toList());
        return view;
    }

    private Map<String, Object> about(Review review) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("number", review.number());
        view.put("name", PlainText.of(people.nameOf(review.account())));
        view.put(
                "category",
                officers.withAccount(review.account())
                        .map(Officer::category)
                        .map(category -> texts.label("category", category))
                        .orElse(""));
        view.put("cause", texts.label("cause", review.cause()));
        view.put("causeReason", PlainText.of(review.causeReason()));
        view.put("period", texts.of("term", review.periodFrom(), review.periodUntil()));
        view.put("figures", figures(review));
        view.put("grade", texts.label("grade", review.grade()));
        view.put("measure", texts.label("measure", review.measure()));
        view.put("reason", PlainText.of(review.reason()));
        return view;
    }

    private List<Line> figures(Review review) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(texts.of("figure.points"), String.valueOf(review.points())));
        lines.add(new Line(texts.of("figure.attendance"), texts.of("percent", counts.attendance(review))));
        lines.add(new Line(texts.of("figure.absences"), String.valueOf(counts.absences(review))));
        lines.add(new Line(texts.of("figure.months"), String.valueOf(review.months())));
        counts.named(review).forEach((label, count) -> lines.add(new Line(label, String.valueOf(count))));
        return lines;
    }

    private String write(Object view) {
        try {
            return json.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
