-- The answer to a merged entry repeats the main one's, which may be 2,000 characters long, behind a sentence of its own.
alter table ledger_entry alter column answer set data type varchar(2200);
alter table ledger_event alter column text set data type varchar(2200);
