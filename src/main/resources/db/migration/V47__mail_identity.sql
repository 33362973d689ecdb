-- By which mail servers and clients tell this mail from all others, also those of a restored database and of other installations.
-- Null for what is not mailed, and for what was told before there was such a thing.
alter table notice add column mail_id varchar(36);
-- When the receiving server refused the address for good, and by which code ("550 5.1.1"); such a mail is not tried again by itself.
alter table notice add column refused_at timestamp;
alter table notice add column refusal varchar(40);
create index notice_refused on notice (refused_at);
-- Who had mails sent again that had failed is logged, too.
alter table audit_event drop constraint if exists audit_event_kind;
alter table audit_event add constraint audit_event_kind check
    (kind in ('LOGIN', 'LOGIN_FAILED', 'LOCKED', 'LOGOUT', 'REFUSED', 'EXPORT', 'ACCOUNT', 'PERSONAL', 'RESENT'));
