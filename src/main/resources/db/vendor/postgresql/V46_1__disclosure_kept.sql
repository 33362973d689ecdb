-- Who made what public, and when, stays readable for good.
create trigger disclosure_append_only before update or delete on disclosure
    for each row execute function refuse_change();
