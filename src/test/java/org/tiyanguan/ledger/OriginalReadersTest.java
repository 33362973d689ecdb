package org.tiyanguan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever reads the reporter's own words is listed here, with for whom: anything new reads the public text, or says
 * why not.
 */
class OriginalReadersTest {

    private static final Pattern READS = Pattern.compile(
            "\\be\\.(title|description|place|service_item|answer|search_text)\\b|\\btitle from ledger_entry|\\.original\\(\\)");

    private static final List<String> LISTED = List.of(
            "BulkActs", // the centre's acts on many
            "CaseFiles", // by viewer: centre, leader and reporter
            "EntryCards", // by viewer
            "Figures", // centre's and leader's
            "Findings", // the officer's own
            "LedgerFilters", // by viewer
            "LoopNotices", // the reporter's own notices
            "LoopTaskForms", // by viewer: centre, leader and reporter
            "PublicTexts", // makes them public
            "Rectification"); // the deciding tables

    @Test
    void nothing_else_reads_the_original() throws IOException {
        Set<String> readers = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList())
                if (READS.matcher(Files.readString(source)).find())
                    readers.add(source.getFileName().toString().replace(".java", ""));
        }
        assertThat(readers).containsExactlyElementsOf(LISTED);
    }
}
