package org.tiyanguan.annual.paper;

import java.util.List;

/** A piece of a paper's body. */
sealed interface PaperBlock {

    record Heading(String text) implements PaperBlock {}

    record Text(String text) implements PaperBlock {}

    /**
     * The first of the columns is that of the labels.
     *
     * @param bars how long each line's bar is, from 0 to 1; empty for a table that is not drawn
     */
    record Table(String caption, List<String> columns, List<List<String>> lines, List<Double> bars)
            implements PaperBlock {}
}
