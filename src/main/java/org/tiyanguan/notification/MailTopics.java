package org.tiyanguan.notification;

import java.util.List;

/**
 * Which of a feature's notices people may refuse as mails. Who is late is chased by mail, whether they like it or not.
 */
public interface MailTopics {

    /** The templates among which a member of the group chooses, in the order of the settings page. */
    List<String> mailTopics(String group);
}
