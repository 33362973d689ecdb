package org.tiyanguan.recruitment.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.PlainText;
import org.tiyanguan.recruitment.Calls;
import org.tiyanguan.recruitment.RecruitmentCall;
import org.tiyanguan.recruitment.RecruitmentTexts;
import org.tiyanguan.security.Choices;
import org.tiyanguan.security.People;

/** What forms show of a call. */
@Component
class CallView {

    private final Calls calls;
    private final People people;
    private final Choices choices;
    private final RecruitmentTexts texts;

    CallView(Calls calls, People people, Choices choices, RecruitmentTexts texts) {
        this.calls = calls;
        this.people = people;
        this.choices = choices;
        this.texts = texts;
    }

    Map<String, Object> toDraft(String number) {
        RecruitmentCall call = calls.call(number);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("number", number);
        view.put("remark", PlainText.of(call.remark()));
        view.put("units", choices.units());
        return view;
    }

    Map<String, Object> of(String number) {
        RecruitmentCall call = calls.call(number);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("number", number);
        view.put("title", PlainText.of(call.title()));
        view.put("text", PlainText.of(call.text()));
        view.put("opensOn", call.firstDay().toString());
        view.put("closesOn", call.lastDay().toString());
        view.put("termMonths", call.termMonths());
        view.put("noticeDays", call.noticeDays());
        view.put(
                "places",
                calls.places(number).entrySet().stream()
                        .filter(place -> place.getValue() > 0)
                        .map(place -> texts.of("places", texts.label("category", place.getKey()), place.getValue()))
                        .collect(Collectors.joining("，")));
        List<String> units =
                calls.units(number).stream().map(people::nameOfGroup).toList();
        view.put("units", units.isEmpty() ? texts.of("units.none") : String.join("、", units));
        return view;
    }
}
