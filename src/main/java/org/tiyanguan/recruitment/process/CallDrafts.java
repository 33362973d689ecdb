package org.tiyanguan.recruitment.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tiyanguan.officer.OfficerCategory;
import org.tiyanguan.recruitment.Annex;
import org.tiyanguan.recruitment.CallState;
import org.tiyanguan.recruitment.Calls;
import org.tiyanguan.recruitment.Dates;
import org.tiyanguan.recruitment.RecruitmentHistory;
import org.tiyanguan.recruitment.RecruitmentHistory.Step;
import org.tiyanguan.recruitment.RecruitmentNotices;
import org.tiyanguan.recruitment.RecruitmentTexts;

/** The drafts of calls, as the centre's form says them. */
@Component
class CallDrafts {

    private final Calls calls;
    private final RecruitmentHistory history;
    private final RecruitmentNotices notices;
    private final Dates dates;
    private final ObjectMapper json;
    private final RecruitmentTexts texts;

    CallDrafts(
            Calls calls,
            RecruitmentHistory history,
            RecruitmentNotices notices,
            Dates dates,
            ObjectMapper json,
            RecruitmentTexts texts) {
        this.calls = calls;
        this.history = history;
        this.notices = notices;
        this.dates = dates;
        this.json = json;
        this.texts = texts;
    }

    /** The units chosen so far, as JSON. */
    String units(String number) {
        try {
            return json.writeValueAsString(calls.units(number));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    void withdraw(String number) {
        calls.moveTo(number, CallState.WITHDRAWN);
        history.record(number, Step.WITHDRAW_CALL, "");
    }

    /** Writes the draft down and asks the leader to approve it. */
    void submit(String number, Map<String, Object> form) {
        LocalDate opensOn = LocalDate.parse(Annex.required(form, "opensOn"));
        LocalDate closesOn = LocalDate.parse(Annex.required(form, "closesOn"));
        if (opensOn.isBefore(dates.now().toLocalDate())) throw texts.refusal("opensOn", "opens-past");
        if (!closesOn.isAfter(opensOn)) throw texts.refusal("closesOn", "closes-first");
        Map<OfficerCategory, Integer> places = places(form);
        if (places.values().stream().mapToInt(Integer::intValue).sum() == 0)
            throw texts.refusal("placesPublic", "no-places");
        calls.write(
                number,
                Annex.required(form, "title"),
                Annex.required(form, "text"),
                opensOn,
                closesOn,
                number(form, "termMonths"),
                number(form, "noticeDays"));
        calls.places(number, places);
        calls.invite(number, list(form.get("units")));
        calls.moveTo(number, CallState.APPROVAL);
        history.record(number, Step.SUBMIT_CALL, "");
        notices.approveCall(calls.call(number));
    }

    private static Map<OfficerCategory, Integer> places(Map<String, Object> form) {
        Map<OfficerCategory, Integer> places = new EnumMap<>(OfficerCategory.class);
        places.put(OfficerCategory.PUBLIC, number(form, "placesPublic"));
        places.put(OfficerCategory.ENTERPRISE, number(form, "placesEnterprise"));
        places.put(OfficerCategory.UNIT, number(form, "placesUnit"));
        places.put(OfficerCategory.SUPERVISOR, number(form, "placesSupervisor"));
        return places;
    }

    private List<String> list(@Nullable Object value) {
        if (value == null) return List.of();
        try {
            return json.readValue(value.toString(), new TypeReference<List<String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static int number(Map<String, Object> form, String key) {
        return ((Number) Objects.requireNonNull(form.get(key), key)).intValue();
    }
}
