-- What departments find entries by.
alter table ledger_entry add public_search_text varchar(9000)
    generated always as (lower(number || ' ' || public_title || ' ' || public_service_item || ' ' || public_description));
