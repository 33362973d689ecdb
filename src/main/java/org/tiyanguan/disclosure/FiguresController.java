package org.tiyanguan.disclosure;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tiyanguan.core.Formulas;
import org.tiyanguan.core.NotFound;
import org.tiyanguan.core.Texts;
import org.tiyanguan.ledger.figures.PublicFigures;

/** The figures that are public, for everybody; as pages and as CSV. */
@Controller
class FiguresController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    /** The years that one can look back. */
    private static final int YEARS = 5;

    /** Excel takes a file for UTF-8 that begins so. */
    private static final String MARK = "\uFEFF";

    private final PublicFigures figures;
    private final Disclosures disclosures;
    private final Clock clock;
    private final Texts texts;

    FiguresController(PublicFigures figures, Disclosures disclosures, Clock clock, Texts texts) {
        this.figures = figures;
        this.disclosures = disclosures;
        this.clock = clock;
        this.texts = texts;
    }

    @GetMapping("/figures")
    String page(@RequestParam(required = false) @Nullable Integer year, Model model) {
        var current = disclosures.current();
        int shown = year(year);
        model.addAttribute("year", shown);
        model.addAttribute("years", years());
        model.addAttribute("until", figures.until(shown).orElse(null));
        model.addAttribute("since", current);
        model.addAttribute("numbers", current.containsKey(PublicItem.NUMBERS) ? figures.numbers(shown) : List.of());
        model.addAttribute(
                "tables",
                current.keySet().stream()
                        .filter(PublicItem::isTable)
                        .map(item -> figures.table(item.id(), shown))
                        .toList());
        return "disclosure/figures";
    }

    @GetMapping("/figures/{item}.csv")
    ResponseEntity<byte[]> file(@PathVariable String item, @RequestParam(required = false) @Nullable Integer year)
            throws IOException {
        PublicItem asked =
                PublicItem.of(item).filter(disclosures.current()::containsKey).orElseThrow(NotFound::new);
        int shown = year(year);
        String name = "figures-" + shown + "-" + asked.id() + ".csv";
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(text(asked, shown).getBytes(StandardCharsets.UTF_8));
    }

    private String text(PublicItem item, int year) throws IOException {
        StringWriter text = new StringWriter();
        text.append(MARK);
        try (CSVPrinter csv = CSVFormat.EXCEL.print(text)) {
            csv.printRecords(item.isTable() ? table(figures.table(item.id(), year)) : numbers(year));
        }
        return text.toString();
    }

    private List<List<String>> numbers(int year) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(
                texts.of("public.column.number"),
                texts.of("public.column.value"),
                texts.of("public.column.definition")));
        for (var number : figures.numbers(year))
            lines.add(List.of(
                    texts.of("public.number." + number.id()),
                    number.text(),
                    texts.of("public.number-note." + number.id())));
        return lines;
    }

    private List<List<String>> table(PublicFigures.Table table) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(line(
                texts.of("public.line." + table.id()),
                texts.of("public.column.entries"),
                table.hasShare() ? texts.of("public.share-of." + table.id()) : null));
        for (var one : table.lines())
            lines.add(line(Formulas.plain(one.label()), String.valueOf(one.entries()), one.share()));
        return lines;
    }

    private static List<String> line(String label, String entries, @Nullable String share) {
        return share == null ? List.of(label, entries) : List.of(label, entries, share);
    }

    /** The newest year of which a month is over, unless another one is asked for. */
    private int year(@Nullable Integer asked) {
        if (asked == null) return years().get(0);
        if (!years().contains(asked)) throw new NotFound();
        return asked;
    }

    private List<Integer> years() {
        int newest = LocalDate.now(clock).minusMonths(1).getYear();
        return IntStream.range(0, YEARS).mapToObj(back -> newest - back).toList();
    }
}
