package org.tiyanguan.colleague;

/** What Java calls by name in {@code colleague-opinion.bpmn}; {@code ModelNamesTest} compares the two. */
public final class OpinionDiagram {

    public static final String KEY = "colleague-opinion";

    private OpinionDiagram() {}

    /** The names of the messages that it catches. */
    public static final class Message {

        public static final String OPINION_DROPPED = "opinion-dropped";

        private Message() {}
    }

    /** The names of variables that Java gives it, or asks for. */
    public static final class Variable {

        public static final String TASK_ID = "taskId";
        public static final String GROUP = "group";
        public static final String ASKER = "asker";
        public static final String COLLEAGUE = "colleague";
        public static final String QUESTION = "question";

        private Variable() {}
    }
}
