-- Who made what public, and when, stays readable for good.
create trigger disclosure_append_only before update, delete on disclosure
    for each row call 'org.tiyanguan.rectification.AppendOnly';
