-- Officers' own data: how to reach them, where they work, whom they must keep away from, which mails they want.
alter table officer add phone varchar(20);
alter table officer add employer varchar(60);
alter table officer add unit varchar(80);
update officer set
    phone = (select a.phone from application a where a.number = officer.application),
    employer = (select a.employer from application a where a.number = officer.application),
    unit = (select a.unit from application a where a.number = officer.application);

-- Departments that an officer must keep away from (回避), as they said themselves.
create table officer_tie (
    account    varchar(64) not null,
    department varchar(40) not null,
    primary key (account, department)
);

-- Mails that somebody does not want; in the program they are told all the same.
create table mail_refusal (
    account  varchar(64) not null,
    template varchar(40) not null,
    primary key (account, template)
);
