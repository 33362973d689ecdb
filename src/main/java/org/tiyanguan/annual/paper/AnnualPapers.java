package org.tiyanguan.annual.paper;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.annual.AnnualList;
import org.tiyanguan.annual.AnnualTexts;
import org.tiyanguan.annual.Listed;
import org.tiyanguan.annual.PublicWords;
import org.tiyanguan.annual.Section;
import org.tiyanguan.annual.Summary;
import org.tiyanguan.annual.Version;
import org.tiyanguan.annual.page.ReportView;
import org.tiyanguan.annual.page.ReportView.Cell;
import org.tiyanguan.annual.page.ReportView.Part;
import org.tiyanguan.annual.page.ReportView.Shown;
import org.tiyanguan.event.Event;
import org.tiyanguan.event.EventTexts;
import org.tiyanguan.event.Events;

/** The papers of a summary: 年度工作总结, 通报, 议程. They say what the public reads, and name nobody. */
@Component
@Transactional(readOnly = true)
class AnnualPapers {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private final ReportView view;
    private final AnnualList list;
    private final Events events;
    private final EventTexts eventTexts;
    private final PublicWords words;
    private final AnnualTexts texts;
    private final Clock clock;
    private final String centerName;
    private final String baseUrl;

    AnnualPapers(
            ReportView view,
            AnnualList list,
            Events events,
            EventTexts eventTexts,
            PublicWords words,
            AnnualTexts texts,
            Clock clock,
            @Value("${tiyanguan.center-name}") String centerName,
            @Value("${tiyanguan.base-url}") String baseUrl) {
        this.view = view;
        this.list = list;
        this.events = events;
        this.eventTexts = eventTexts;
        this.words = words;
        this.texts = texts;
        this.clock = clock;
        this.centerName = centerName;
        this.baseUrl = baseUrl;
    }

    /** The whole report, with its tables. */
    byte[] report(Summary summary, Version version) {
        List<PaperBlock> blocks = new ArrayList<>();
        if (version.reason() != null) {
            blocks.add(new PaperBlock.Heading(texts.of("paper.correction")));
            blocks.add(new PaperBlock.Text(version.reason()));
        }
        for (Part part : view.forPublic(version, summary.summaryYear())) {
            blocks.add(new PaperBlock.Heading(texts.label("section", part.section())));
            blocks.add(new PaperBlock.Text(part.text()));
            part.tables().forEach(shown -> addTable(blocks, shown));
            if (part.section() == Section.DEPARTMENTS) addList(blocks, summary);
        }
        return PaperBody.write(values(summary, version, "report"), blocks);
    }

    /** What heads and units get: the main figures, how the departments did, and the list. */
    byte[] circular(Summary summary, Version version) {
        List<PaperBlock> blocks = new ArrayList<>();
        if (version.reason() != null) {
            blocks.add(new PaperBlock.Heading(texts.of("paper.correction")));
            blocks.add(new PaperBlock.Text(version.reason()));
        }
        List<Part> parts = view.forPublic(version, summary.summaryYear());
        blocks.add(new PaperBlock.Text(parts.get(Section.RESULTS.ordinal()).text()));
        addTable(blocks, parts.get(Section.WORK.ordinal()).tables().get(0));
        parts.get(Section.DEPARTMENTS.ordinal()).tables().forEach(shown -> addTable(blocks, shown));
        addList(blocks, summary);
        blocks.add(new PaperBlock.Text(texts.of("paper.full", baseUrl + "/annual/" + summary.summaryYear())));
        return PaperBody.write(values(summary, version, "circular"), blocks);
    }

    /** Of the summary meeting; before it is planned, what it is to be about. */
    byte[] agenda(Summary summary, Version version) {
        Optional<Event> meeting = Optional.ofNullable(summary.meeting())
                .flatMap(events::find)
                .filter(one -> one.startsAt() != null && one.place() != null);
        List<PaperBlock> blocks = new ArrayList<>();
        meeting.ifPresent(one -> {
            blocks.add(new PaperBlock.Heading(texts.of("paper.when")));
            blocks.add(new PaperBlock.Text(eventTexts.when(one)));
            blocks.add(new PaperBlock.Heading(texts.of("paper.where")));
            blocks.add(new PaperBlock.Text(words.masked(summary.summaryYear(), one.where())));
        });
        blocks.add(new PaperBlock.Heading(texts.of("paper.items")));
        String items = meeting.map(Event::agenda).orElse(null);
        blocks.add(new PaperBlock.Text(
                items == null
                        ? texts.of("paper.usual-items", summary.summaryYear())
                        : words.masked(summary.summaryYear(), items)));
        return PaperBody.write(values(summary, version, "agenda"), blocks);
    }

    private void addTable(List<PaperBlock> blocks, Shown shown) {
        List<String> columns = new ArrayList<>(List.of(texts.of("paper.row")));
        columns.addAll(shown.columns());
        List<List<String>> lines = shown.lines().stream()
                .map(line -> Stream.concat(
                                Stream.of(line.label()), line.cells().stream().map(Cell::text))
                        .toList())
                .toList();
        blocks.add(new PaperBlock.Table(
                texts.of("table." + shown.id()),
                columns,
                lines,
                shown.chart() == null ? List.of() : shown.chart().firstBars()));
    }

    private void addList(List<PaperBlock> blocks, Summary summary) {
        for (Listed one : list.counting(summary.number()))
            blocks.add(new PaperBlock.Text(
                    texts.of("paper.listed", texts.label("list", one.listedAs()), one.name(), one.reason())));
    }

    private Map<String, String> values(Summary summary, Version version, String paper) {
        LocalDateTime issued = Objects.requireNonNullElseGet(version.issuedAt(), () -> LocalDateTime.now(clock));
        Map<String, String> values = new HashMap<>();
        values.put("number", summary.number());
        values.put("centerName", centerName);
        values.put("title", texts.of("paper.title." + paper, summary.summaryYear()));
        values.put("lead", texts.of("paper.lead." + paper, summary.summaryYear()));
        values.put("today", LocalDate.from(issued).format(DAY));
        return values;
    }
}
