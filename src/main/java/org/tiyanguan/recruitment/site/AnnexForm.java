package org.tiyanguan.recruitment.site;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tiyanguan.engine.forms.StartForms;
import org.tiyanguan.recruitment.ApplicationDiagram;

/** Annex 2 on a page: the fields that {@code self-recommendation.form} has for a person. */
@Component
class AnnexForm {

    /** The page knows it, and does not ask for it. */
    private static final String CALL = "callNumber";

    private final StartForms forms;

    AnnexForm(StartForms forms) {
        this.forms = forms;
    }

    List<StartForms.Field> fields() {
        return forms.of(ApplicationDiagram.KEY).stream()
                .filter(field -> !field.key().equals(CALL))
                .toList();
    }

    Map<String, Object> values(String call, Map<String, ?> typed) {
        Map<String, Object> values = StartForms.values(fields(), typed);
        values.put(CALL, call);
        return values;
    }

    /** @throws org.tiyanguan.core.Refusal with a fault for each field that is wrong */
    void check(Map<String, Object> values) {
        forms.check(ApplicationDiagram.KEY, values);
    }
}
