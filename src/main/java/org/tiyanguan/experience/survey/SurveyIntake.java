package org.tiyanguan.experience.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.core.MailAddress;
import org.tiyanguan.core.NotFound;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.core.Refusal.Fault;
import org.tiyanguan.core.Sha256;
import org.tiyanguan.experience.Assignments;
import org.tiyanguan.experience.ExperienceTexts;
import org.tiyanguan.experience.SurveySettings;
import org.tiyanguan.experience.Surveys;
import org.tiyanguan.experience.Visit;
import org.tiyanguan.experience.Visits;
import org.tiyanguan.privacy.PersonalTraces;
import org.tiyanguan.privacy.Somebody;
import org.tiyanguan.privacy.Trace.Kind;

/** Takes what somebody answers: all of it or nothing, once a page, while the visit lasts. */
@Component
@Transactional
class SurveyIntake {

    private static final int LONGEST_TEXT = 500;

    private static final int LONGEST_EMAIL = 120;

    /** What no font shows and no database keeps. */
    private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\x{FFFE}\\x{FFFF}&&[^\\t\\n]]");

    private final Surveys surveys;
    private final Visits visits;
    private final Assignments assignments;
    private final PersonalTraces traces;
    private final SurveySettings settings;
    private final ExperienceTexts texts;

    SurveyIntake(
            Surveys surveys,
            Visits visits,
            Assignments assignments,
            PersonalTraces traces,
            SurveySettings settings,
            ExperienceTexts texts) {
        this.surveys = surveys;
        this.visits = visits;
        this.assignments = assignments;
        this.traces = traces;
        this.settings = settings;
        this.texts = texts;
    }

    @Transactional(readOnly = true)
    public Questionnaire find(String token) {
        Visit visit = surveys.withToken(token).orElseThrow(NotFound::new);
        return new Questionnaire(visit, assignments.assignment(visit.assignment()));
    }

    /** Whether the page with that mark was taken. */
    @Transactional(readOnly = true)
    public Optional<Boolean> isTaken(String mark) {
        return surveys.isTaken(Sha256.of(mark)) ? Optional.of(true) : Optional.empty();
    }

    /**
     * @param mark of the page
     * @param typed {@code rating-0} and so on, {@code text}, {@code email}; each may be missing, but not all
     * @return whether the visit took it: it may have ended, or have as many as it takes
     * @throws Refusal with a fault for each field that is wrong
     */
    public boolean answer(Questionnaire asked, String mark, Map<String, String> typed) {
        Map<Integer, Integer> ratings = ratings(asked.items().size(), typed);
        String text = text(typed.getOrDefault("text", ""));
        String email = typed.getOrDefault("email", "").strip();
        List<Fault> faults = new ArrayList<>();
        if (text.length() > LONGEST_TEXT) faults.add(fault("text", LONGEST_TEXT));
        if (!email.isEmpty() && (email.length() > LONGEST_EMAIL || !MailAddress.isMailable(email)))
            faults.add(fault("email"));
        if (ratings.isEmpty() && text.isEmpty()) faults.add(new Fault(null, texts.of("refusal.survey-empty")));
        if (!faults.isEmpty()) throw new Refusal(faults);
        // Whoever ends the visit at this moment waits, and tells this one, too.
        Visit visit = visits.lock(asked.visit().id());
        if (visit.state() != Visit.State.ACCEPTED) return false;
        if (surveys.counts(visit.id()).answers() >= settings.mostAnswers()) return false;
        surveys.add(visit.id(), Sha256.of(mark), masked(text, email), emptyToNull(email), ratings);
        return true;
    }

    /** Items that were not rated, or not as the page offers it, are left out. */
    private static Map<Integer, Integer> ratings(int items, Map<String, String> typed) {
        Map<Integer, Integer> ratings = new LinkedHashMap<>();
        for (int item = 0; item < items; item++) {
            String score = typed.getOrDefault("rating-" + item, "");
            if (score.matches("[1-5]")) ratings.put(item, Integer.valueOf(score));
        }
        return ratings;
    }

    private static String text(String typed) {
        return UNREADABLE.matcher(typed.replaceAll("\\R", "\n")).replaceAll("").strip();
    }

    /** Names, phones and so on are not what was asked for: neither officer nor department is to read them. */
    private @Nullable String masked(String text, String email) {
        Somebody writer = Somebody.UNKNOWN.and(Stream.of(new Somebody.Known(Kind.MAIL, email)));
        return emptyToNull(traces.masked(writer, text));
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private Fault fault(String field, Object... values) {
        return new Fault(field, texts.of("refusal.survey-" + field, values));
    }
}
