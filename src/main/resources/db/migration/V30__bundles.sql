-- When the notice is mailed with others to the same person, one mail for all; null once a job has it, and for what goes out at once.
alter table notice add column bundle_at timestamp;
create index notice_bundle on notice (bundle_at);
