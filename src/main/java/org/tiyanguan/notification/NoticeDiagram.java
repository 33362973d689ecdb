package org.tiyanguan.notification;

/** What Java calls by name in {@code notice.bpmn}; {@code ModelNamesTest} compares the two. */
public final class NoticeDiagram {

    public static final String KEY = "notice";

    private NoticeDiagram() {}

    /** The names of variables that Java gives it, or asks for. */
    static final class Variable {

        static final String NOTICE_ID = "noticeId";

        private Variable() {}
    }
}
