-- What somebody was told and has seen in the program.
alter table notice add read_at timestamp;
update notice set read_at = created_at where mailed_at is not null;
create index notice_unread on notice (recipient, read_at);
