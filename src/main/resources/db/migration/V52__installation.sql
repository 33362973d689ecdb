-- Which database this is, as PostgreSQL tells it apart from all others: a copy that was restored somewhere is another one.
-- held_since: since when jobs that were there at the restore wait for an administrator.
create table installation (
    id         int          not null primary key check (id = 1),
    identity   varchar(120) not null,
    held_since timestamp
);
