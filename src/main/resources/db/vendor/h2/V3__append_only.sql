-- Who did what and when stays readable for good.
create trigger ledger_event_append_only before update, delete on ledger_event
    for each row call 'org.tiyanguan.rectification.AppendOnly';
