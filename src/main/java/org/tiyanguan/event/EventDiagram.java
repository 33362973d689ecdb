package org.tiyanguan.event;

/** What Java calls by name in {@code event.bpmn}; {@code ModelNamesTest} compares the two. */
public final class EventDiagram {

    public static final String KEY = "event";

    /** The tasks that officers do on their page, too. */
    public static final String REPLY_TASK = "officer-reply-event";

    public static final String MINUTES_TASK = "officer-confirm-minutes";

    private EventDiagram() {}

    /** The names of the messages that it catches. */
    public static final class Message {

        public static final String POSTPONED = "event-postponed";
        public static final String CANCELLED = "event-cancelled";

        private Message() {}
    }

    /** The names of variables that Java gives it, or asks for. */
    public static final class Variable {

        public static final String TITLE = "title";
        public static final String KIND = "kind";
        public static final String REPLY = "reply";
        public static final String REASON = "reason";
        public static final String QUESTION = "question";
        public static final String AGREEMENT = "agreement";
        public static final String CORRECTION = "correction";

        private Variable() {}
    }
}
