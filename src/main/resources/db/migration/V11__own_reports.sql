-- A report that an officer's phone sent twice is one entry.
create table report_submission (
    token  varchar(64) not null primary key,
    number varchar(20) not null references ledger_entry
);
