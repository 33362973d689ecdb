package org.tiyanguan.audit;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.tiyanguan.core.Formulas;
import org.tiyanguan.core.Texts;
import org.tiyanguan.core.Where;

/** The page on which an administrator reads the log; all below {@code /admin/} is open to administrators only. */
@Controller
class AuditController {

    private static final int PAGE_SIZE = 50;
    private static final int CSV_SIZE = 50_000;
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final JdbcClient jdbc;

    private final AuditLog log;
    private final Texts texts;

    AuditController(JdbcClient jdbc, AuditLog log, Texts texts) {
        this.jdbc = jdbc;
        this.log = log;
        this.texts = texts;
    }

    @GetMapping("/admin/audit")
    String show(AuditQuery query, Model model) {
        List<AuditEvent> found = find(query, PAGE_SIZE + 1);
        boolean more = found.size() > PAGE_SIZE;
        List<AuditEvent> events = more ? found.subList(0, PAGE_SIZE) : found;
        model.addAttribute("query", query);
        model.addAttribute("kinds", AuditKind.values());
        model.addAttribute("events", events);
        model.addAttribute(
                "older", more ? query.olderThan(events.get(PAGE_SIZE - 1).id()) : null);
        return "admin/audit";
    }

    @GetMapping("/admin/audit.csv")
    ResponseEntity<byte[]> download(AuditQuery query) throws IOException {
        log.exported(("audit.csv " + query).strip());
        StringWriter text = new StringWriter().append('\uFEFF');
        try (CSVPrinter csv = CSVFormat.EXCEL.print(text)) {
            csv.printRecord((Object[]) texts.of("audit.columns").split(","));
            for (AuditEvent event : find(query, CSV_SIZE))
                csv.printRecord(
                        event.at(),
                        texts.of("audit." + event.kind()),
                        Formulas.plain(event.actor()),
                        event.address(),
                        Formulas.plain(event.detail()));
        }
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("audit.csv")
                                .build()
                                .toString())
                .body(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private List<AuditEvent> find(AuditQuery query, int most) {
        LocalDate from = query.from();
        LocalDate to = query.to();
        Where where = new Where()
                .and("actor = :actor", "actor", query.actor().isEmpty() ? null : query.actor())
                .and("kind = :kind", "kind", query.kind())
                .and("at >= :from", "from", from == null ? null : from.atStartOfDay())
                .and("at < :to", "to", to == null ? null : dayAfter(to).atStartOfDay())
                .and("id < :before", "before", query.before());
        return jdbc.sql("select id, at, kind, actor, address, detail from audit_event" + where.sql()
                        + " order by id desc limit :most")
                .params(where.values())
                .param("most", most)
                .query(AuditEvent.class)
                .list();
    }

    private static LocalDate dayAfter(LocalDate day) {
        return day.equals(LocalDate.MAX) ? day : day.plusDays(1);
    }
}
