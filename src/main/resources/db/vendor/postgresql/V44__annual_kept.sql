-- Each text that was saved stays readable for good.
create trigger annual_text_append_only before update or delete on annual_text
    for each row execute function refuse_change();
