package org.tiyanguan.annual;

/** What Java calls by name in {@code annual-summary.bpmn}; {@code ModelNamesTest} compares the two. */
public final class AnnualDiagram {

    public static final String KEY = "annual-summary";

    /** The task that officers do on a page of ours. */
    public static final String OPINION_TASK = "officer-annual-opinion";

    private AnnualDiagram() {}

    /** The names of the messages that it catches. */
    public static final class Message {

        public static final String SUMMARY_OPENED = "annual-summary-opened";

        private Message() {}
    }

    /** The names of variables that Java gives it, or asks for. */
    public static final class Variable {

        public static final String SUMMARY_NUMBER = "summaryNumber";
        public static final String OPINION_TEXT = "opinionText";

        private Variable() {}
    }
}
