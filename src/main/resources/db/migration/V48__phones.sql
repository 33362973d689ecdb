-- Who reported is found by phone, too.
create index reporter_by_phone on reporter (phone);
create index officer_by_phone on officer (phone);
