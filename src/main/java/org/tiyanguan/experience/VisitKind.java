package org.tiyanguan.experience;

/** In what part an officer comes: 明察、暗访、旁观、自办. */
public enum VisitKind {
    OPEN,
    UNANNOUNCED,
    OBSERVE,
    OWN_ERRAND
}
