-- Each look at somebody's personal data is logged, too.
alter table audit_event drop constraint audit_event_kind_check;
alter table audit_event add constraint audit_event_kind check
    (kind in ('LOGIN', 'LOGIN_FAILED', 'LOCKED', 'LOGOUT', 'REFUSED', 'EXPORT', 'ACCOUNT', 'PERSONAL'));
