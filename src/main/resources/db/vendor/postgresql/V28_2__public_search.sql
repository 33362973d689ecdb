-- What departments find entries by.
alter table ledger_entry add public_search_text text
    generated always as (lower(number || ' ' || public_title || ' ' || public_service_item || ' ' || public_description)) stored;
create index ledger_entry_public_search on ledger_entry using gin (ledger_grams(public_search_text));
