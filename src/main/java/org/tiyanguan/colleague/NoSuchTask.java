package org.tiyanguan.colleague;

/** A task that is not open, or not the person's business, which nobody can tell apart. */
class NoSuchTask extends RuntimeException {}
