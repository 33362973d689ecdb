-- What a finding is about, by which findings on one service item are compared; null until the centre has said it.
alter table ledger_entry add topic varchar(12) check (topic in
    ('WEB_PAGE', 'GUIDE', 'CHANNEL', 'WINDOW', 'PROCESS', 'ENVIRONMENT', 'EFFICIENCY', 'ATTITUDE', 'DISCIPLINE', 'OTHER'));

-- As what the officer was appointed who reported it; null for everybody else. It stays when the officer's term ends.
alter table ledger_entry add category varchar(12) check (category in ('PUBLIC', 'ENTERPRISE', 'UNIT', 'SUPERVISOR'));
update ledger_entry set category = (
    select max(o.category) from reporter r join officer o on o.account = r.user_id where r.number = ledger_entry.number);
