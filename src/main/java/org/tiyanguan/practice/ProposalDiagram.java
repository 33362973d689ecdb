package org.tiyanguan.practice;

/** What Java calls by name in {@code practice-proposal.bpmn}; {@code ModelNamesTest} compares the two. */
public final class ProposalDiagram {

    public static final String KEY = "practice-proposal";

    private ProposalDiagram() {}

    /** The names of the messages that it catches. */
    public static final class Message {

        public static final String ENTRY_RECTIFIED = "entry-rectified";

        private Message() {}
    }

    /** The names of variables that Java gives it, or asks for. */
    public static final class Variable {

        public static final String LEDGER_NUMBER = "ledgerNumber";

        private Variable() {}
    }
}
