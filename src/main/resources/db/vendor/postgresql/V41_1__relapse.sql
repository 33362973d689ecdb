-- Both are few among all entries.
create index ledger_entry_relapse on ledger_entry (relapse_of) where relapse_of is not null;
create index ledger_entry_looked_back on ledger_entry (look_back) where look_back is not null;
