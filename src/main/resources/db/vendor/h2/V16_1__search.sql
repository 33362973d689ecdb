-- What PostgreSQL finds by an index of pairs of signs, a demo's few entries are read for.
alter table ledger_entry add search_text varchar(3000)
    generated always as (lower(number || ' ' || title || ' ' || service_item || ' ' || description));
create alias ledger_mentions for 'org.tiyanguan.rectification.Mentions.in';

create index ledger_entry_by_time_number on ledger_entry (reported_at, number);
create index rectification_part_open on rectification_part (state, deadline);
