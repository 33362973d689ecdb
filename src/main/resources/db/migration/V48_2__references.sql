-- What a system calls a finding, it calls no other. Of those from before, the first has it.
alter table reporter add only_reference varchar(100);
update reporter set only_reference = reference where number in (
    select min(number) from reporter where client is not null and reference <> '' group by client, reference);
create unique index reporter_by_reference on reporter (client, only_reference);
