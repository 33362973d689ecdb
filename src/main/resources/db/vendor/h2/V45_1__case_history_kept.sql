-- Who did what and when stays readable for good.
create trigger case_history_append_only before update, delete on case_history
    for each row call 'org.tiyanguan.rectification.AppendOnly';
