-- Of which open task people were reminded, or told that it is overdue: once for each due date.
create table task_told (
    task    varchar(64) not null,
    stage   varchar(8)  not null check (stage in ('SOON', 'OVERDUE')),
    due     timestamp   not null,
    told_at timestamp   not null,
    primary key (task, stage, due)
);
