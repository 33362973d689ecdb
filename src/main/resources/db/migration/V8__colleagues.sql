-- Among whom an event stays: a group (dept-gongan, center). Null is for everybody who sees the entry or the part.
alter table ledger_event add column among varchar(80);

-- The ready filters of Tasklist. Each is made once: with its id here it is never made again, even when it was deleted.
create table task_filter (
    name      varchar(20) not null primary key,
    filter_id varchar(64)
);
insert into task_filter (name) values ('mine'), ('department'), ('soon'), ('overdue'), ('all');
