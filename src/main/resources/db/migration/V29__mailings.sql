-- The first notice of the same act that is mailed: its job mails all of them. Null for that one, and for what is not mailed.
alter table notice add column mailing bigint;
create index notice_mailing on notice (mailing);
