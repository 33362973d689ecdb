package org.tiyanguan.experience.record;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tiyanguan.experience.RecordContent;
import org.tiyanguan.experience.RecordPhotos;
import org.tiyanguan.experience.SurveyAnswer;
import org.tiyanguan.experience.Surveys;
import org.tiyanguan.experience.Visit;

/** Makes findings of what was answered in the survey of a visit. */
@Component
class Quotes {

    private final Surveys surveys;
    private final RecordPhotos photos;

    Quotes(Surveys surveys, RecordPhotos photos) {
        this.surveys = surveys;
        this.photos = photos;
    }

    /** The form with the finding that its button asks for, unless there is one of that answer. */
    RecordForm in(OwnRecord shown, RecordForm form) {
        Visit visit = shown.visit();
        if (visit == null) return form;
        Optional<SurveyAnswer> answer = form.quoted().flatMap(id -> surveys.find(visit.id(), id));
        RecordContent content = form.content();
        if (answer.isEmpty() || of(content).contains(answer.get().id())) return form;
        Collection<String> places =
                shown.record() == null ? List.of() : photos.of(shown.record()).keySet();
        int last = content.findings(places).stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        return form.quoting(last + 1, answer.get());
    }

    /** The answers that findings were made of. */
    Set<Long> of(RecordContent content) {
        return content.typed().entrySet().stream()
                .filter(field -> field.getKey().endsWith("-" + RecordContent.ANSWER))
                .map(Map.Entry::getValue)
                .filter(id -> id.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .collect(Collectors.toSet());
    }
}
