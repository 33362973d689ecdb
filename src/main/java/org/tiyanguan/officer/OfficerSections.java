package org.tiyanguan.officer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a feature shows of an officer in their file, to centre and leader. */
public interface OfficerSections {

    /** @param link the path of its page, or null */
    record Row(String label, @Nullable String link, String text) {}

    /** @param position among all sections: lower ones stand first */
    record Section(String heading, int position, List<Row> rows) {}

    /** The feature's sections; none where it has nothing to say. */
    List<Section> of(String account);
}
