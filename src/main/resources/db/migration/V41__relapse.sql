-- An entry that goes on with a closed one, as what was mended came back (复发), and what another officer found who looked
-- again some time after closing (回头看): gone, or still there.
alter table ledger_entry add relapse_of varchar(20);
alter table ledger_entry add constraint relapse_of_an_entry foreign key (relapse_of) references ledger_entry (number);
alter table ledger_entry add constraint relapse_of_another check (relapse_of is null or relapse_of <> number);
alter table ledger_entry add look_back varchar(12);
alter table ledger_entry add looked_back_at timestamp;
alter table ledger_entry add constraint ledger_entry_look_back check
    (look_back in ('GONE', 'STILL') and looked_back_at is not null or look_back is null and looked_back_at is null);
