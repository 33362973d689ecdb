-- How often secrets were tried out lately, for each that is counted: a level that sinks with time, and until when to wait.
create table secret_try (
    subject    varchar(130)     primary key,
    level      double precision not null,
    counted_at timestamp        not null,
    free_at    timestamp,
    refused_at timestamp,
    told_at    timestamp
);
create index secret_try_by_time on secret_try (counted_at);
create index audit_event_by_actor_and_address on audit_event (actor, kind, address, at);
