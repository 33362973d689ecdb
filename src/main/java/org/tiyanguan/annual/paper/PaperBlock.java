package org.tiyanguan.annual.paper;

import java.util.List;

/** A piece of a paper's body. */
sealed interface PaperBlock {

    record Heading(String text) implements PaperBlock {}

    record Text(String text) implements PaperBlock {}

    /** The first of the columns is that of the labels. */
    record Table(List<String> columns, List<List<String>> lines) implements PaperBlock {}
}
