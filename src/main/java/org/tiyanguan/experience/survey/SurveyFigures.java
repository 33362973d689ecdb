package org.tiyanguan.experience.survey;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.QrCode;
import org.tiyanguan.experience.Assignment;
import org.tiyanguan.experience.SurveyAnswer;
import org.tiyanguan.experience.Surveys;
import org.tiyanguan.experience.Visit;

/** What was answered so far, for the officer who asks and for the centre. */
@Component
public class SurveyFigures {

    /** What somebody reads on a phone. */
    private static final int MOST_QUOTES = 200;

    /** {@code mean} is null where nobody rated the item. */
    public record Item(String text, int ratings, @Nullable String mean) {}

    /** The way to the questionnaire. */
    public record Way(String link, QrCode code) {}

    public record Figures(int answers, int wishes, List<Item> items, List<SurveyAnswer> quotes) {}

    private final Surveys surveys;
    private final String baseUrl;

    SurveyFigures(Surveys surveys, @Value("${tiyanguan.base-url}") String baseUrl) {
        this.surveys = surveys;
        this.baseUrl = baseUrl;
    }

    /** Empty for a visit that asks nobody. */
    public Optional<Way> way(Visit visit) {
        return surveys.token(visit.id())
                .map(token -> baseUrl + "/surveys/" + token)
                .map(link -> new Way(link, QrCode.of(link)));
    }

    /** Empty for a visit that asks nobody. */
    public Optional<Figures> of(Assignment assignment, Visit visit) {
        return surveys.token(visit.id()).map(token -> figures(assignment, visit));
    }

    private Figures figures(Assignment assignment, Visit visit) {
        Map<Integer, Surveys.Mean> means = surveys.means(visit.id()).stream()
                .collect(Collectors.toMap(Surveys.Mean::position, Function.identity()));
        List<String> asked = new Questionnaire(visit, assignment).items();
        Surveys.Counts counts = surveys.counts(visit.id());
        return new Figures(
                counts.answers(),
                counts.wishes(),
                IntStream.range(0, asked.size())
                        .mapToObj(position -> item(asked.get(position), means.get(position)))
                        .toList(),
                surveys.quotes(visit.id(), MOST_QUOTES));
    }

    private static Item item(String text, Surveys.@Nullable Mean mean) {
        return mean == null
                ? new Item(text, 0, null)
                : new Item(text, mean.ratings(), String.format(Locale.ROOT, "%.1f", mean.score()));
    }
}
