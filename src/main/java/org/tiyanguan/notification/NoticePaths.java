package org.tiyanguan.notification;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Leads the readers of notices to where the features say. */
@Component
public class NoticePaths {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    private final List<NoticeLinks> features;

    NoticePaths(List<NoticeLinks> features) {
        this.features = features;
    }

    /** The path to the reader's task, to the case or to a page of all such cases. */
    String of(Notice notice) {
        return first(feature -> feature.ofTemplate(notice.template()))
                .orElseGet(() -> notice.number() == null ? TASKLIST : ofCase(notice.number()));
    }

    /** Where notices about the number lead. A number of no kind that we know belongs to a designer's own process. */
    public String ofCase(String number) {
        return first(feature -> feature.ofCase(number)).orElse(TASKLIST);
    }

    private Optional<String> first(Function<NoticeLinks, Optional<String>> path) {
        return features.stream().map(path).flatMap(Optional::stream).findFirst();
    }
}
