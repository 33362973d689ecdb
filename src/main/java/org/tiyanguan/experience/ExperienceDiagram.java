package org.tiyanguan.experience;

/** What Java calls by name in {@code experience.bpmn}; {@code ModelNamesTest} compares the two. */
public final class ExperienceDiagram {

    public static final String KEY = "experience";

    private ExperienceDiagram() {}

    /** The names of the messages that it catches. */
    public static final class Message {

        public static final String ASSIGNMENT_WITHDRAWN = "assignment-withdrawn";
        public static final String OFFICER_LEFT = "officer-left";
        public static final String LOOK_BACK_CHOSEN = "look-back-chosen";

        private Message() {}
    }

    /** The names of variables that Java gives it, or asks for. */
    public static final class Variable {

        public static final String ASSIGNMENT_NUMBER = "assignmentNumber";
        public static final String TITLE = "title";
        public static final String MODE = "mode";
        public static final String VISIT = "visit";
        public static final String REPLY = "reply";
        public static final String DECLINE_REASON = "declineReason";

        private Variable() {}
    }
}
