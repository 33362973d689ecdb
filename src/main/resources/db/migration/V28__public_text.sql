-- Twice what the form takes, as neutral words may be longer than what they stand for.
-- Departments and other systems read these (转办文本); what the reporter wrote (反映原文) stays with the centre.
alter table ledger_entry add public_title varchar(240);
alter table ledger_entry add public_description varchar(8000);
alter table ledger_entry add public_place varchar(480);
alter table ledger_entry add public_service_item varchar(480);
alter table ledger_entry add public_answer varchar(4400);
