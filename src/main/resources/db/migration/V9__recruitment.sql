-- Recruitment (招募): calls, applications, officers. Times are local times of Asia/Shanghai.

-- As ledger_counter: numbers per year without a double and without a gap. ZM: calls, SQ: applications, PS: letters of
-- appointment, YY: objections.
create table number_counter (
    prefix       varchar(4) not null,
    counter_year int        not null,
    last_number  int        not null,
    primary key (prefix, counter_year)
);
insert into number_counter (prefix, counter_year, last_number)
select prefixes.prefix, 2000 + tens.digit * 10 + ones.digit, 0
from (values ('ZM'), ('SQ'), ('PS'), ('YY')) as prefixes (prefix),
     (values (2), (3), (4), (5), (6), (7), (8), (9)) as tens (digit),
     (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) as ones (digit);

create table recruitment_call (
    number       varchar(20)   not null primary key,
    title        varchar(60)   not null,
    text         varchar(3000),
    opens_on     date,
    closes_on    date,
    term_months  int           default 12 not null check (term_months between 1 and 60),
    notice_days  int           default 5 not null check (notice_days between 1 and 30),
    state        varchar(12)   not null check (state in
                     ('DRAFT', 'APPROVAL', 'APPROVED', 'OPEN', 'CLOSED', 'NOTICE', 'ENDED', 'WITHDRAWN')),
    remark       varchar(500),
    notice_text  varchar(500),
    notice_until timestamp,
    created_at   timestamp     not null,
    constraint complete_when_submitted check (state in ('DRAFT', 'WITHDRAWN')
        or (text is not null and opens_on is not null and closes_on is not null))
);

create table call_place (
    call_number varchar(20) not null references recruitment_call,
    category    varchar(12) not null check (category in ('PUBLIC', 'ENTERPRISE', 'UNIT', 'SUPERVISOR')),
    places      int         not null check (places >= 0),
    primary key (call_number, category)
);

-- The invited units and what became of it.
create table call_unit (
    call_number varchar(20)  not null references recruitment_call,
    unit        varchar(80)  not null,
    state       varchar(12)  not null check (state in ('INVITED', 'DONE', 'DECLINED')),
    reason      varchar(500),
    primary key (call_number, unit)
);

-- One candidate (推荐表、自荐表). What says who it is goes when it is erased; the rest stays for the figures.
create table application (
    number            varchar(20)  not null primary key,
    call_number       varchar(20)  not null references recruitment_call,
    kind              varchar(16)  not null check (kind in ('RECOMMENDATION', 'SELF')),
    unit              varchar(80),
    category          varchar(12)  check (category in ('PUBLIC', 'ENTERPRISE', 'UNIT', 'SUPERVISOR')),
    state             varchar(12)  not null check (state in
                          ('CHECK', 'COMPLETION', 'DECISION', 'SHORTLIST', 'APPOINTED', 'REFUSED', 'LAPSED')),
    name              varchar(30),
    gender            varchar(4),
    birth_date        date,
    ethnicity         varchar(20),
    education         varchar(20),
    politics          varchar(20),
    health            varchar(30),
    phone             varchar(20),
    email             varchar(120),
    employer          varchar(60),
    job_title         varchar(40),
    address           varchar(120),
    resume            varchar(2000),
    unit_opinion      varchar(500),
    unit_opinion_by   varchar(30),
    unit_opinion_on   date,
    center_opinion    varchar(500),
    center_opinion_by varchar(60),
    center_opinion_on date,
    -- Its line in the public notice; the public knows no application number.
    notice_line       int,
    missing           varchar(500),
    complete_by       timestamp,
    reason            varchar(500),
    submitted_at      timestamp    not null,
    settled_at        timestamp,
    erased_at         timestamp,
    constraint recommended_by_a_unit check ((kind = 'RECOMMENDATION') = (unit is not null)),
    constraint settled_with_a_reason check (state not in ('REFUSED', 'LAPSED') or (reason is not null and settled_at is not null)),
    constraint somebody_until_erased check (erased_at is not null or (name is not null and phone is not null)),
    constraint nobody_once_erased check (erased_at is null or (name is null and phone is null and email is null
        and birth_date is null and health is null and address is null and resume is null))
);
create index application_by_call on application (call_number, state);
create index application_by_person on application (name, phone);

-- The photo (个人证件照) and the sealed scan (盖章扫描件).
create table application_file (
    number   varchar(20)  not null references application,
    kind     varchar(8)   not null check (kind in ('PHOTO', 'SEALED')),
    type     varchar(40)  not null,
    content  bytea        not null,
    added_at timestamp    not null,
    primary key (number, kind)
);

-- A form that was sent twice is one application.
create table application_submission (
    token  varchar(400) not null primary key,
    number varchar(20)  not null references application
);

create table application_objection (
    id        bigint        generated by default as identity primary key,
    code      varchar(20)   not null unique,
    number    varchar(20)   not null references application,
    name      varchar(30)   not null,
    phone     varchar(20)   not null,
    text      varchar(1000) not null,
    raised_at timestamp     not null,
    upheld    boolean,
    reason    varchar(500)
);
create index application_objection_by_application on application_objection (number);

-- Who did what and when, to a call or an application.
create table recruitment_event (
    id         bigint       generated by default as identity primary key,
    number     varchar(20)  not null,
    at         timestamp    not null,
    actor      varchar(64)  not null,
    actor_name varchar(60)  not null,
    act        varchar(30)  not null,
    text       varchar(600) not null
);
create index recruitment_event_by_number on recruitment_event (number, id);

create table officer (
    id          bigint      generated by default as identity primary key,
    account     varchar(64) not null unique,
    application varchar(20) not null unique references application,
    category    varchar(12) not null check (category in ('PUBLIC', 'ENTERPRISE', 'UNIT', 'SUPERVISOR')),
    letter      varchar(20) not null unique,
    term_from   date        not null,
    term_until  date        not null,
    check (term_until > term_from)
);

-- A link by which an officer sets the account's first password; only its hash is kept.
create table activation (
    token_hash varchar(64) not null primary key,
    account    varchar(64) not null,
    expires_at timestamp   not null,
    used_at    timestamp
);
create index activation_by_account on activation (account);

insert into task_filter (name) values ('unit');
