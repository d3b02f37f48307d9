-- Works for the projects of the plan: what happened to them is told fact by fact, and everything else follows from the facts.
create schema works;

create table works.work (
    id            text primary key,
    is_sample     boolean not null
);

create table works.fact (
    id            bigint generated always as identity primary key,
    work          text not null references works.work on delete cascade,
    -- Its place among the facts of its works.
    number        int not null check (number > 0),
    kind          text not null,
    -- When it happened, which is not when it was told.
    day           date not null,
    content       jsonb not null,
    -- Who allowed that money moves.
    approver      text not null,
    undoes        int,
    -- What the ledger entered for it.
    transactions  bigint[] not null,
    files         text[] not null,
    -- By which the same form is known when it is sent again.
    key           text not null,
    account       uuid not null,
    capacity      text not null,
    at            timestamptz not null,
    unique (work, number),
    unique (work, key),
    -- A fact is undone once.
    unique (work, undoes),
    foreign key (work, undoes) references works.fact (work, number) on delete cascade,
    check ((kind = 'opened') = (number = 1)),
    check ((kind = 'undone') = (undoes is not null)),
    check (undoes < number)
);

create index fact_by_key on works.fact (key) where kind = 'opened';

-- What was told stays; sample data can be removed.
create function works.keep_fact() returns trigger language plpgsql as $$
begin
    -- Of works that are being deleted nothing is found: whether they were sample was asked there.
    if tg_op = 'DELETE' and not exists (select from works.work w where w.id = old.work and not w.is_sample) then
        return old;
    end if;
    raise exception 'What was told of works is never changed';
end $$;

create function works.keep_work() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and old.is_sample then
        return old;
    end if;
    raise exception 'Works are never changed';
end $$;

create trigger keep_fact before update or delete on works.fact for each row execute function works.keep_fact();
create trigger keep_work before update or delete on works.work for each row execute function works.keep_work();
