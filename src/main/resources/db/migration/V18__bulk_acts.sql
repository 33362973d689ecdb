-- Acts of the centre on many ledger entries at once (批量处理); the process "bulk-act" works them off one by one.

insert into number_counter (prefix, counter_year, last_number)
select 'PL', 2000 + tens.digit * 10 + ones.digit, 0
from (values (2), (3), (4), (5), (6), (7), (8), (9)) as tens (digit),
     (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) as ones (digit);

create table bulk_act (
    number     varchar(20)  not null primary key,
    act        varchar(12)  not null check (act in ('URGE', 'TRANSFER', 'EXTEND')),
    reason     varchar(500) not null,
    department varchar(40),
    until      date,
    asked_by   varchar(64)  not null,
    asked_at   timestamp    not null,
    ended_at   timestamp,
    constraint department_of_a_transfer check ((act = 'TRANSFER') = (department is not null)),
    constraint day_of_an_extension check ((act = 'EXTEND') = (until is not null))
);
create index bulk_act_by_time on bulk_act (asked_at);

-- What became of each entry. The row changes in the transaction of the act itself, so that nothing is done twice.
create table bulk_act_entry (
    bulk    varchar(20)  not null references bulk_act,
    number  varchar(20)  not null references ledger_entry,
    state   varchar(8)   default 'WAITING' not null check (state in ('WAITING', 'DONE', 'REFUSED')),
    message varchar(500),
    primary key (bulk, number),
    constraint refused_with_a_reason check ((state = 'REFUSED') = (message is not null))
);
create index bulk_act_entry_by_entry on bulk_act_entry (number);
