-- Who did what and when stays readable for good.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger''s history is append-only';
end
$$;
create trigger ledger_event_append_only before update or delete on ledger_event
    for each row execute function refuse_change();
