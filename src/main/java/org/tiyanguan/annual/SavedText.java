package org.tiyanguan.annual;

import java.time.LocalDateTime;

/** What a section says; the process writes revision 1, and each time somebody saves it, it has the next one. */
public record SavedText(Section section, int revision, String text, String savedBy, LocalDateTime savedAt) {}
