-- How an officer experienced the service when they found it; null without an assignment.
alter table ledger_entry add mode varchar(12) check (mode in ('ONLINE', 'ON_SITE', 'REFORM', 'HOTLINE', 'SURVEY'));
update ledger_entry set mode = (
    select a.mode from record_finding f
        join experience_record r on r.number = f.record
        join visit v on v.id = r.visit
        join assignment a on a.number = v.assignment
    where f.ledger = ledger_entry.number);
