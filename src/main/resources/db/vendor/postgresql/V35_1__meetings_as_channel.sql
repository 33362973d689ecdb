-- A finding may come from a meeting.
alter table ledger_entry drop constraint ledger_entry_channel_check;
alter table ledger_entry add constraint ledger_entry_channel check
    (channel in ('OFFICER', 'HOTLINE', 'VISIT', 'MEETING', 'OTHER'));
