-- The log cannot be changed, nor erased before half a year has passed.
create function refuse_early_erasure() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and old.at < localtimestamp - interval '184 days' then
        return old;
    end if;
    raise exception 'the audit log is append-only for 184 days';
end
$$;
create trigger audit_event_kept before update or delete on audit_event
    for each row execute function refuse_early_erasure();
