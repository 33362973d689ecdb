-- Chinese has no spaces between its words: a text is found by its signs and pairs of signs, of which an index is kept.
alter table ledger_entry add search_text text
    generated always as (lower(number || ' ' || title || ' ' || service_item || ' ' || description)) stored;

create function ledger_grams(t text) returns text[] language sql immutable strict parallel safe cost 1000 as $$
    select string_to_array(t, null) || array(
        select a || b from unnest(string_to_array(t, null), string_to_array(substr(t, 2), null)) as pairs (a, b) where b is not null)
$$;

-- A text of one sign has no pairs.
create function ledger_sought(q text) returns text[] language sql immutable strict parallel safe as $$
    select case when length(q) = 1 then array[q] else array(
        select a || b from unnest(string_to_array(q, null), string_to_array(substr(q, 2), null)) as pairs (a, b) where b is not null) end
$$;

-- Inlined, so that the indexes below serve it. Where more than one pair is sought they narrow, and the text itself decides.
create function ledger_mentions(t text, q text) returns boolean language sql immutable parallel safe as $$
    select ledger_grams(t) @> ledger_sought(q) and (length(q) <= 2 or position(q in t) > 0)
$$;

create index ledger_entry_search on ledger_entry using gin (ledger_grams(search_text));
create index reporter_by_name on reporter using gin (ledger_grams(lower(name)));

-- The list and its count, with what it is most often narrowed by, from the index alone.
drop index ledger_entry_by_time;
drop index ledger_entry_by_state;
create index ledger_entry_by_time on ledger_entry (reported_at, number)
    include (state, kind, urgency, channel, mode, topic, category, rating, closed_at);
create index ledger_entry_open on ledger_entry (state, reported_at) where state <> 'CLOSED';
create index ledger_entry_by_item on ledger_entry (service_item, reported_at);

-- What is open, late or carded is a small part of all; a department's own are read from the index alone.
drop index rectification_part_by_department;
create index rectification_part_by_department on rectification_part (department, number) include (state, round, deadline, done_at);
create index rectification_part_open on rectification_part (deadline, number) where state in ('ACCEPT', 'RECTIFY');
create index rectification_part_card on rectification_part (card, number) where card is not null;
create index rectification_part_late on rectification_part (number) include (department, state, done_at, deadline)
    where state = 'DONE' and done_at > deadline or state in ('ACCEPT', 'RECTIFY');
create index rectification_part_again on rectification_part (number) where round > 1;

-- How far nearly all came is read in the order of the numbers, beside the entries.
create index rectification_part_done on rectification_part (number) where state = 'DONE';
create index rectification_part_accepted on rectification_part (number)
    where accepted_at is not null and state not in ('SENT_BACK', 'TRANSFERRED', 'WITHDRAWN');
