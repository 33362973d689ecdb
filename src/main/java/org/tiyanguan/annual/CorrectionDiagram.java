package org.tiyanguan.annual;

/** What Java calls by name in {@code annual-correction.bpmn}; {@code ModelNamesTest} compares the two. */
public final class CorrectionDiagram {

    public static final String KEY = "annual-correction";

    private CorrectionDiagram() {}

    /** The names of the messages that it catches. */
    public static final class Message {

        public static final String CORRECTION_ASKED = "annual-correction-asked";

        private Message() {}
    }

    /** The names of variables that Java gives it, or asks for. */
    public static final class Variable {

        public static final String SUMMARY_NUMBER = "summaryNumber";

        private Variable() {}
    }
}
