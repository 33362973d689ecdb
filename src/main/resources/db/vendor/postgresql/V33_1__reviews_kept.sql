-- Who did what and when stays readable for good.
create trigger review_event_append_only before update or delete on review_event
    for each row execute function refuse_change();
