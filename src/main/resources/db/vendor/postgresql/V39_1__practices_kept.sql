-- Who did what and when stays readable for good.
create trigger practice_event_append_only before update or delete on practice_event
    for each row execute function refuse_change();
