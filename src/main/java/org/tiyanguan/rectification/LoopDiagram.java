package org.tiyanguan.rectification;

/** What Java calls by name in {@code rectification.bpmn}; {@code ModelNamesTest} compares the two. */
public final class LoopDiagram {

    public static final String KEY = "rectification";

    private LoopDiagram() {}

    /** The names of the messages that it catches. */
    public static final class Message {

        public static final String FINDING_REGISTERED = "finding-registered";
        public static final String MAIN_CLOSED = "main-closed";
        public static final String WITHDRAW = "withdraw";
        public static final String URGE = "urge";
        public static final String SUPERVISE = "supervise";
        public static final String TRANSFER = "transfer";
        public static final String RESCHEDULE = "reschedule";

        private Message() {}
    }

    /** The names of variables that Java gives it, or asks for. */
    public static final class Variable {

        public static final String LEDGER_NUMBER = "ledgerNumber";
        public static final String PART_ID = "partId";
        public static final String MAIN_OUTCOME = "mainOutcome";
        public static final String URGE_REASON = "urgeReason";
        public static final String SUPERVISE_REASON = "superviseReason";
        public static final String DEPARTMENT = "department";
        public static final String REASSIGN_REASON = "reassignReason";
        public static final String BINDING = "binding";
        public static final String EXTENSION_UNTIL = "extensionUntil";
        public static final String MOVE_REASON = "moveReason";
        public static final String CONFIRMATION = "confirmation";
        public static final String RATING = "rating";
        public static final String OBJECTION = "objection";

        private Variable() {}
    }
}
