package org.tiyanguan.annual.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.annual.AnnualChecks;
import org.tiyanguan.annual.AnnualList;
import org.tiyanguan.annual.AnnualOpinion;
import org.tiyanguan.annual.AnnualOpinions;
import org.tiyanguan.annual.AnnualTexts;
import org.tiyanguan.annual.Check;
import org.tiyanguan.annual.Contest;
import org.tiyanguan.annual.FrozenFigures;
import org.tiyanguan.annual.Listed;
import org.tiyanguan.annual.PublicWords;
import org.tiyanguan.annual.Summaries;
import org.tiyanguan.annual.Summary;
import org.tiyanguan.annual.Version;
import org.tiyanguan.annual.Versions;
import org.tiyanguan.colleague.CaseSteps;
import org.tiyanguan.core.PlainText;
import org.tiyanguan.engine.ForModels;
import org.tiyanguan.engine.ForTask;
import org.tiyanguan.engine.OwnCase;
import org.tiyanguan.ledger.figures.YearFigures;
import org.tiyanguan.ledger.figures.YearFigures.Row;
import org.tiyanguan.ledger.figures.YearFigures.Table;
import org.tiyanguan.security.People;

/** The one small view that feeds each form of {@code annual-summary.bpmn}, as JSON made when the task is created. */
@ForModels
@ForTask
@Component("annualViews")
@Transactional(readOnly = true)
public class AnnualTaskForms {

    private record Line(String what, String value) {}

    private record Choice(String label, String value) {}

    private record OnList(String name, String list, String reason, String struck) {}

    private record Answered(String ledger, String reason, String answer) {}

    private record Happened(String at, String who, String what, String text) {}

    private final Summaries summaries;
    private final Versions versions;
    private final FrozenFigures figures;
    private final AnnualChecks checks;
    private final AnnualOpinions opinions;
    private final AnnualList list;
    private final CaseSteps history;
    private final PublicWords words;
    private final People people;
    private final AnnualTexts texts;
    private final ObjectMapper json;

    AnnualTaskForms(
            Summaries summaries,
            Versions versions,
            FrozenFigures figures,
            AnnualChecks checks,
            AnnualOpinions opinions,
            AnnualList list,
            CaseSteps history,
            PublicWords words,
            People people,
            AnnualTexts texts,
            ObjectMapper json) {
        this.summaries = summaries;
        this.versions = versions;
        this.figures = figures;
        this.checks = checks;
        this.opinions = opinions;
        this.list = list;
        this.history = history;
        this.words = words;
        this.people = people;
        this.texts = texts;
        this.json = json;
    }

    /** What a department looks at: its own figures, and what became of what it contested. */
    public String ofCheck(@OwnCase(AnnualChecks.class) long id) {
        return write(check(checks.check(id)));
    }

    /** What a department contests, for the centre. */
    public String ofContest(@OwnCase(AnnualChecks.class) long id) {
        Check check = checks.check(id);
        Map<String, Object> view = check(check);
        Contest open = checks.open(id).orElseThrow();
        view.put("contested", open.ledger());
        view.put("contestedLink", "/ledger/" + open.ledger());
        view.put("contestReason", PlainText.of(open.reason()));
        return write(view);
    }

    /** What an officer is asked; the same for all of them. */
    public String ofOpinion(@OwnCase(AnnualOpinions.class) long id) {
        Summary summary = summaries.summary(opinions.opinion(id).number());
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("title", texts.of("title", summary.summaryYear()));
        view.put("figures", key(versions.newest(summary.number())));
        return write(view);
    }

    /** What an officer said, for the centre. */
    public String ofAnswer(@OwnCase(AnnualOpinions.class) long id) {
        AnnualOpinion opinion = opinions.opinion(id);
        Map<String, Object> view = about(summaries.summary(opinion.number()));
        view.put("officer", PlainText.of(people.nameOf(opinion.account())));
        view.put("opinion", PlainText.of(Objects.requireNonNullElse(opinion.text(), "")));
        return write(view);
    }

    /** What the centre needs for the draft, or to write it anew. */
    public String toDraft(@OwnCase String number) {
        return write(report(summaries.summary(number)));
    }

    /** What the leader decides by. */
    public String toApprove(@OwnCase String number) {
        Summary summary = summaries.summary(number);
        Map<String, Object> view = report(summary);
        view.put("note", PlainText.of(summary.note()));
        List<Listed> all = list.of(number);
        view.put(
                "list",
                all.stream()
                        .filter(one -> one.listedAs() != Listed.As.NONE)
                        .map(one -> new OnList(
                                PlainText.of(one.name()),
                                texts.label("list", one.listedAs()),
                                PlainText.of(one.reason()),
                                Objects.requireNonNullElse(PlainText.of(one.struckReason()), "")))
                        .toList());
        view.put(
                "choices",
                all.stream()
                        .filter(Listed::counts)
                        .map(one -> new Choice(PlainText.of(one.name()), one.department()))
                        .toList());
        view.put(
                "opinions",
                opinions.of(number).stream()
                        .filter(one -> one.text() != null)
                        .map(one -> new Line(
                                one.adoption() == null
                                        ? texts.of("unanswered")
                                        : texts.label("adoption", one.adoption()),
                                PlainText.of(Objects.requireNonNullElse(one.text(), ""))))
                        .toList());
        return write(view);
    }

    /** Why there is no meeting, as far as it is known. */
    public String toDecideMeeting(@OwnCase String number) {
        Summary summary = summaries.summary(number);
        Map<String, Object> view = about(summary);
        view.put("meeting", summary.meeting());
        view.put("meetingLink", "/events/" + summary.meeting());
        return write(view);
    }

    private Map<String, Object> check(Check check) {
        Summary summary = summaries.summary(check.number());
        Version version = versions.newest(check.number());
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("title", texts.of("title", summary.summaryYear()));
        view.put("department", PlainText.of(check.name()));
        List<Line> lines = new ArrayList<>();
        String link = null;
        for (Table table : figures.tables(version)) {
            if (!table.id().equals(YearFigures.DEPARTMENTS)) continue;
            for (Row row : table.rows()) {
                if (!check.department().equals(row.department())) continue;
                link = row.values().get(0).href();
                for (int i = 0; i < row.values().size(); i++)
                    lines.add(
                            new Line(table.columns().get(i), row.values().get(i).text()));
            }
        }
        view.put("figures", lines);
        view.put("ledgerLink", link);
        view.put(
                "contests",
                checks.contests(check.id()).stream()
                        .filter(one -> !one.isOpen())
                        .map(one -> new Answered(
                                one.ledger(),
                                PlainText.of(one.reason()),
                                texts.label("answer", one.answer()) + "："
                                        + PlainText.of(words.masked(
                                                summary.summaryYear(),
                                                Objects.requireNonNullElse(one.answerReason(), "")))))
                        .toList());
        return view;
    }

    private Map<String, Object> report(Summary summary) {
        Version version = versions.newest(summary.number());
        Map<String, Object> view = about(summary);
        view.put("draftLink", "/annual/" + summary.summaryYear() + "/draft");
        view.put("reason", PlainText.of(version.reason()));
        view.put("remark", PlainText.of(version.remark()));
        view.put("figures", key(version));
        view.put(
                "history",
                history.of(summary.number()).stream()
                        .map(event -> new Happened(
                                texts.time(event.at()),
                                PlainText.of(event.actorName()),
                                texts.of("act." + event.act()),
                                event.text() == null ? "" : PlainText.of(event.text())))
                        .toList());
        return view;
    }

    private Map<String, Object> about(Summary summary) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("number", summary.number());
        view.put("title", texts.of("title", summary.summaryYear()));
        view.put("link", "/annual");
        return view;
    }

    private List<Line> key(Version version) {
        return figures.tables(version).stream()
                .filter(table -> table.id().equals(YearFigures.KEY_FIGURES))
                .flatMap(table -> table.rows().stream())
                .map(row -> new Line(row.label(), row.values().get(0).text()))
                .toList();
    }

    private String write(Object view) {
        try {
            return json.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
