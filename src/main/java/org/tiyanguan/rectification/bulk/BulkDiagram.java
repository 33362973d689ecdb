package org.tiyanguan.rectification.bulk;

/** What Java calls by name in {@code bulk-act.bpmn}; {@code ModelNamesTest} compares the two. */
final class BulkDiagram {

    static final String KEY = "bulk-act";

    private BulkDiagram() {}

    /** The names of the messages that it catches. */
    static final class Message {

        static final String BULK_ACT_ASKED = "bulk-act-asked";

        private Message() {}
    }

    /** The names of variables that Java gives it, or asks for. */
    static final class Variable {

        static final String BULK_ACT = "bulkAct";

        private Variable() {}
    }
}
