package org.tiyanguan.audit;

/** What the audit log is about. */
public enum AuditKind {
    LOGIN,
    LOGIN_FAILED,
    LOCKED,
    LOGOUT,
    REFUSED,
    EXPORT,
    PERSONAL,
    ACCOUNT,
    RESENT
}
