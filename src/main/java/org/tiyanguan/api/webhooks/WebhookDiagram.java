package org.tiyanguan.api.webhooks;

/** What Java calls by name in {@code webhook.bpmn}; {@code ModelNamesTest} compares the two. */
final class WebhookDiagram {

    static final String KEY = "webhook";

    private WebhookDiagram() {}

    /** The names of variables that Java gives it, or asks for. */
    static final class Variable {

        static final String DELIVERY_ID = "deliveryId";

        private Variable() {}
    }
}
