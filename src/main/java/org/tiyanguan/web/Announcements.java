package org.tiyanguan.web;

import java.util.List;

/** What a feature puts on the public's first page. */
public interface Announcements {

    /** {@code link} may be null. */
    record Announcement(String title, String text, String link, String action) {}

    List<Announcement> current();
}
