package org.tiyanguan.audit;

import java.time.LocalDateTime;

/**
 * One line of the log; {@code actor} is an account, or what somebody typed for one; {@code address} is empty in jobs.
 */
record AuditEvent(long id, LocalDateTime at, AuditKind kind, String actor, String address, String detail) {}
