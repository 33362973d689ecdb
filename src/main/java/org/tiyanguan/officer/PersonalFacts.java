package org.tiyanguan.officer;

import java.util.List;

/** What is known of officers as persons, from the form with which they applied. */
public interface PersonalFacts {

    record Fact(String label, String text) {}

    /**
     * The facts of the annex; none once they are erased.
     *
     * @param whole whether nothing is masked; whoever shows that logs it
     */
    List<Fact> of(String application, boolean whole);
}
