-- The names of people whose accounts were deleted: cases say still who did what.
create table former_account (
    account varchar(64)  not null primary key,
    name    varchar(512) not null,
    gone_at timestamp    not null
);
