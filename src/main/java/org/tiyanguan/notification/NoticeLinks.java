package org.tiyanguan.notification;

import java.util.Optional;

/** Where a feature's notices lead. */
public interface NoticeLinks {

    /** The path to the reader's task in the case or to the case; empty if the number is not one of the feature's. */
    default Optional<String> ofCase(String number) {
        return Optional.empty();
    }

    /** The path of the page that all notices of the template lead to; empty if they lead to their cases. */
    default Optional<String> ofTemplate(String template) {
        return Optional.empty();
    }
}
