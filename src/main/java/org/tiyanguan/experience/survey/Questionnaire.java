package org.tiyanguan.experience.survey;

import java.util.List;
import org.tiyanguan.experience.Assignment;
import org.tiyanguan.experience.Visit;

/** What the public is asked by one visit. It does not say which officer it is. */
record Questionnaire(Visit visit, Assignment assignment) {

    /** What stands in brackets at the end of an item is for officers. */
    List<String> items() {
        return assignment.itemList().stream()
                .map(item -> item.replaceFirst("(?<=.)（[^（）]*）$", ""))
                .toList();
    }

    boolean isOpen() {
        return visit.state() == Visit.State.ACCEPTED;
    }
}
