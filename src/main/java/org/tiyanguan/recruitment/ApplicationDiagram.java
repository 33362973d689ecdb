package org.tiyanguan.recruitment;

/** What Java calls by name in {@code application.bpmn}; {@code ModelNamesTest} compares the two. */
public final class ApplicationDiagram {

    public static final String KEY = "application";

    private ApplicationDiagram() {}

    /** The names of the messages that it catches. */
    public static final class Message {

        public static final String UNIT_RECOMMENDED = "unit-recommended";
        public static final String COMPLETED = "completed";
        public static final String NOTICE_BEGUN = "notice-begun";
        public static final String OBJECTION_RAISED = "objection-raised";

        private Message() {}
    }

    /** The names of variables that Java gives it, or asks for. */
    public static final class Variable {

        public static final String APPLICATION_NUMBER = "applicationNumber";
        public static final String OBJECTION_ID = "objectionId";
        public static final String DECISION = "decision";
        public static final String DECISION_REASON = "decisionReason";
        public static final String CATEGORY = "category";
        public static final String OVERRUN_REASON = "overrunReason";

        private Variable() {}
    }
}
