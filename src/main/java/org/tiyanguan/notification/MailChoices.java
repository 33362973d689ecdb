package org.tiyanguan.notification;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which notices somebody may refuse as a mail, by group; the features say which. */
@Component
class MailChoices {

    private final List<MailTopics> features;

    MailChoices(List<MailTopics> features) {
        this.features = features;
    }

    /** The templates that a member of these groups chooses among. */
    List<String> of(Collection<String> groups) {
        return features.stream()
                .flatMap(feature -> groups.stream().flatMap(group -> feature.mailTopics(group).stream()))
                .distinct()
                .toList();
    }
}
