-- The log cannot be changed, nor erased before half a year has passed.
create trigger audit_event_kept before update, delete on audit_event
    for each row call 'org.tiyanguan.audit.HalfAYear';
