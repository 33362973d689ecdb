-- Entries that were mended and closed: whether another officer looks again some time after (回头看). share: in percent, as the
-- decision table said; settled_at: when it was known what became of it, or nobody is to look any more.
create table look_back (
    number     varchar(20) not null primary key references ledger_entry,
    share      int         not null check (share between 0 and 100),
    chosen     boolean     not null,
    decided_at timestamp   not null,
    settled_at timestamp
);

-- The entry that an assignment looks back on; null for all others.
alter table assignment add look_back varchar(20);
alter table assignment add constraint assignment_look_back foreign key (look_back) references look_back (number);
create index assignment_by_look_back on assignment (look_back);
