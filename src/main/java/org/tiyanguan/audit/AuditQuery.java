package org.tiyanguan.audit;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.util.UriComponentsBuilder;

/** What is asked of the log, all of it in the page's address; {@code before} is the id below which a page begins. */
record AuditQuery(
        String actor,
        AuditKind kind,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
        Long before) {

    AuditQuery {
        actor = actor == null ? "" : actor.replaceAll("[\\p{Cc}\\p{Cs}]", "").strip();
    }

    /** The address of the lines older than that id. */
    public String olderThan(long id) {
        return address("/admin/audit").queryParam("before", id).encode().toUriString();
    }

    public String asCsv() {
        return address("/admin/audit.csv").encode().toUriString();
    }

    private UriComponentsBuilder address(String path) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        if (!actor.isEmpty()) address.queryParam("actor", "{actor}").uriVariables(Map.of("actor", actor));
        if (kind != null) address.queryParam("kind", kind);
        if (from != null) address.queryParam("from", from);
        if (to != null) address.queryParam("to", to);
        return address;
    }

    @Override
    public String toString() {
        return address("").build().getQuery() == null ? "" : address("").build().getQuery();
    }
}
