package org.tiyanguan.practice;

/** What Java calls by name in {@code good-practice.bpmn}; {@code ModelNamesTest} compares the two. */
public final class PracticeDiagram {

    public static final String KEY = "good-practice";

    /** The task that the officer does on a page, too. */
    public static final String CONSENT_TASK = "officer-consent-practice";

    private PracticeDiagram() {}

    /** The names of the messages that it catches. */
    public static final class Message {

        public static final String NOMINATED = "practice-nominated";
        public static final String RELAPSED = "practice-relapsed";

        private Message() {}
    }

    /** The names of variables that Java gives it, or asks for. */
    public static final class Variable {

        public static final String PRACTICE_NUMBER = "practiceNumber";
        public static final String RELAPSE = "relapse";
        public static final String CONSENT = "consent";

        private Variable() {}
    }
}
