package org.tiyanguan.recruitment;

/** What Java calls by name in {@code recruitment.bpmn}; {@code ModelNamesTest} compares the two. */
public final class CallDiagram {

    public static final String KEY = "recruitment";

    private CallDiagram() {}

    /** The names of the messages that it catches. */
    public static final class Message {

        public static final String APPLICATION_DECIDED = "application-decided";
        public static final String APPLICATION_SETTLED = "application-settled";

        private Message() {}
    }
}
