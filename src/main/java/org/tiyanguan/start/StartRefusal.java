package org.tiyanguan.start;

/** The settings forbid a start; the message is what the administrator reads. */
class StartRefusal extends RuntimeException {

    StartRefusal(String message) {
        super(message);
    }
}
