package org.tiyanguan.ledger.figures;

import java.util.List;

/** A number to be seen at once, and what it is made of; {@code id} names its texts. */
record KeyFigure(String id, Chart.Cell cell, List<Detail> details) {

    record Detail(String id, Chart.Cell cell) {}
}
