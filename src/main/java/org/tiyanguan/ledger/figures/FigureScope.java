package org.tiyanguan.ledger.figures;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What is looked at: a period and one department, or all of them if it is null. Pages and figures lead on from it. */
record FigureScope(Period period, @Nullable String department) {

    FigureScope in(Period other) {
        return new FigureScope(other, department);
    }

    FigureScope of(@Nullable String other) {
        return new FigureScope(period, other);
    }

    /** The ledger's list of the period's entries that meet the conditions: a name, its value, the next name … */
    public String ledger(String... conditions) {
        Map<String, String> values = days();
        values.putAll(conditions(conditions));
        return address("/ledger", values);
    }

    /** Leads to the entries like {@link #ledger}, whenever they were reported. */
    public String ledgerNow(String... conditions) {
        return address("/ledger", conditions(conditions));
    }

    /** A page of the dashboard's that shows the same, with its own values in the same way. */
    public String page(String path, String... own) {
        Map<String, String> values = days();
        values.putAll(conditions(own));
        return address(path, values);
    }

    private Map<String, String> days() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("from", period.from().toString());
        values.put("to", period.to().toString());
        return values;
    }

    private Map<String, String> conditions(String... conditions) {
        Map<String, String> values = new LinkedHashMap<>();
        if (department != null) values.put("department", department);
        for (int i = 0; i < conditions.length; i += 2) values.put(conditions[i], conditions[i + 1]);
        return values;
    }

    private static String address(String path, Map<String, String> values) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        values.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(values).toUriString();
    }
}
