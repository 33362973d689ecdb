package org.tiyanguan.security;

/** Somebody has tried wrong passwords for that name repeatedly in the last hour; there may be no such account. */
public record WrongPasswords(String account, int times) {}
