-- A part that went to another department is no longer its department's, other than one that ended with its withdrawn case.
-- The column is made anew: the check on its values has another name in each database.
drop index rectification_part_by_department;
alter table rectification_part add column next_state varchar(12) default 'ACCEPT' not null
    check (next_state in ('ACCEPT', 'RECTIFY', 'DONE', 'SENT_BACK', 'TRANSFERRED', 'WITHDRAWN'));
update rectification_part set next_state = state;
update rectification_part p set next_state = 'TRANSFERRED'
where state = 'WITHDRAWN' and not exists (
    select 1 from ledger_event e where e.number = p.number and e.act = 'WITHDRAW' and e.at <= p.done_at);
alter table rectification_part drop column state;
alter table rectification_part rename column next_state to state;
alter table rectification_part alter column state drop default;
create index rectification_part_by_department on rectification_part (department, state, deadline);

-- A notice repeats an answer of up to 2,000 characters as JSON, where a line break or a quotation mark takes two.
alter table notice alter column data set data type varchar(20000);
