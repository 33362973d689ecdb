package org.tiyanguan.annual;

import java.util.List;
import org.tiyanguan.ledger.figures.YearFigures;

/** The sections of the report in their order, and the tables that stand in them. */
public enum Section {
    WORK(YearFigures.KEY_FIGURES, "month", "mode", "channel", "category"),
    RESULTS("topic", "days", "rating"),
    DEPARTMENTS(YearFigures.DEPARTMENTS),
    OPINIONS(),
    NEXT();

    private final List<String> tables;

    Section(String... tables) {
        this.tables = List.of(tables);
    }

    public List<String> tables() {
        return tables;
    }
}
