package org.tiyanguan.engine;

/** An account has a new password; told in the transaction that sets it. */
public record PasswordSet(String account) {}
