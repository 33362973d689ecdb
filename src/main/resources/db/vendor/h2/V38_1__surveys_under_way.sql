-- Surveys that officers had begun before there were questionnaires.
insert into survey (visit, token)
select v.id, replace(cast(random_uuid() as varchar(36)), '-', '')
from visit v join assignment a on a.number = v.assignment
where a.mode = 'SURVEY' and v.state = 'ACCEPTED';
