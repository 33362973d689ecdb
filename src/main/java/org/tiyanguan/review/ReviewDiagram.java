package org.tiyanguan.review;

/** What Java calls by name in {@code officer-review.bpmn}; {@code ModelNamesTest} compares the two. */
public final class ReviewDiagram {

    public static final String KEY = "officer-review";

    private ReviewDiagram() {}

    /** The names of the messages that it catches. */
    public static final class Message {

        public static final String REVIEW_OPENED = "review-opened";

        private Message() {}
    }

    /** The ids of tasks that the officer does on a page of ours. */
    public static final class Task {

        public static final String OFFICER_REPORT_DUTY = "officer-report-duty";
        public static final String OFFICER_OBJECT = "officer-object";

        private Task() {}
    }

    /** The names of variables that Java gives it, or asks for. */
    public static final class Variable {

        public static final String REVIEW_NUMBER = "reviewNumber";
        public static final String DUTY_REPORT = "dutyReport";
        public static final String OBJECTION = "objection";

        private Variable() {}
    }
}
