package org.tiyanguan.api.open311;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tiyanguan.api.ApiTexts;
import org.tiyanguan.api.Feed;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.core.Refusal.Fault;
import org.tiyanguan.core.Signs;
import org.tiyanguan.ledger.Topic;

/**
 * Makes a report of what an Open311 client sends, as far as the report has a place for it: docs/api.md says what goes
 * where.
 */
@Component
class GeoReportForm {

    static final String SERVICE_ITEM = "service_item";
    static final String URGENCY = "urgency";

    private static final String ATTRIBUTE = "attribute[%s]";
    private static final String USUAL_URGENCY = "NORMAL";
    private static final int LONGEST_TITLE = 60;

    private final Feed feed;
    private final ApiTexts texts;

    GeoReportForm(Feed feed, ApiTexts texts) {
        this.feed = feed;
        this.texts = texts;
    }

    /** Throws a refusal that names all arguments that are missing; what they say is checked where the report is. */
    Map<String, Object> report(@Nullable Topic topic, Map<String, String> sent) {
        List<Fault> faults = new ArrayList<>();
        if (topic == null) faults.add(texts.fault("service_code", "open311.service", text(sent, "service_code")));
        String description = text(sent, "description");
        if (description.isEmpty()) faults.add(texts.fault("description", "open311.description"));
        String place = place(sent);
        if (place.isEmpty()) faults.add(texts.fault("address_string", "open311.place"));
        if (!faults.isEmpty()) throw new Refusal(faults);

        Map<String, Object> report = new HashMap<>();
        report.put("kind", "PROBLEM");
        report.put("title", title(description));
        report.put("description", description);
        report.put("place", place);
        report.put("occurredOn", feed.now().toLocalDate().toString());
        report.put("serviceItem", or(text(sent, ATTRIBUTE.formatted(SERVICE_ITEM)), texts.of("topic." + topic)));
        report.put("urgency", or(text(sent, ATTRIBUTE.formatted(URGENCY)), USUAL_URGENCY));
        report.put("channel", "OTHER");
        putUnlessEmpty(report, "reporterName", text(sent, "last_name") + text(sent, "first_name"));
        putUnlessEmpty(report, "reporterPhone", text(sent, "phone"));
        putUnlessEmpty(report, "reporterEmail", text(sent, "email"));
        return report;
    }

    private static String place(Map<String, String> sent) {
        String address = or(text(sent, "address_string"), text(sent, "address_id"));
        String lat = text(sent, "lat");
        String longitude = text(sent, "long");
        return address.isEmpty() && !lat.isEmpty() && !longitude.isEmpty() ? lat + "," + longitude : address;
    }

    /** Its first line, as far as a title reaches. */
    private static String title(String description) {
        return Signs.cut(description.lines().findFirst().orElse("").strip(), LONGEST_TITLE);
    }

    private static void putUnlessEmpty(Map<String, Object> report, String field, String value) {
        if (!value.isEmpty()) report.put(field, value);
    }

    private static String or(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }

    private static String text(Map<String, String> sent, String name) {
        return sent.getOrDefault(name, "").strip();
    }
}
