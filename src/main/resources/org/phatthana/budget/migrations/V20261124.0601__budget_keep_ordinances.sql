-- Budget ordinances, each version appended and never changed; the schema itself refuses one whose parts do not add up.
create schema budget;

create table budget.ordinance (
    id                bigint generated always as identity primary key,
    organization      text not null check (organization <> ''),
    organization_name jsonb not null,
    fiscal_year       int not null check (fiscal_year between 2490 and 2699),
    version           int not null check (version >= 1),
    total_satang      bigint not null check (total_satang >= 0),
    people            bigint check (people > 0),
    people_as_of      date,
    source            jsonb not null,
    file_name         text not null,
    capacity          text not null,
    imported_at       timestamptz not null,
    unique (organization, fiscal_year, version)
);

create index ordinance_year on budget.ordinance (fiscal_year, organization, version);

create table budget.programme (
    ordinance     bigint not null references budget.ordinance (id),
    position      int not null check (position >= 0),
    area          text not null check (area <> ''),
    name          text not null check (name <> ''),
    amount_satang bigint not null check (amount_satang >= 0),
    primary key (ordinance, position),
    unique (ordinance, area, name)
);

create table budget.expenditure_type (
    ordinance     bigint not null references budget.ordinance (id),
    position      int not null check (position >= 0),
    name          text not null check (name <> ''),
    amount_satang bigint not null check (amount_satang >= 0),
    primary key (ordinance, position),
    unique (ordinance, name)
);

create table budget.line (
    ordinance     bigint not null references budget.ordinance (id),
    position      int not null check (position >= 0),
    area          text not null,
    programme     text not null,
    task          text not null check (task <> ''),
    type          text not null,
    amount_satang bigint not null check (amount_satang >= 0),
    primary key (ordinance, position),
    unique (ordinance, area, programme, task, type),
    foreign key (ordinance, area, programme) references budget.programme (ordinance, area, name),
    foreign key (ordinance, type) references budget.expenditure_type (ordinance, name)
);

create table budget.income (
    ordinance     bigint not null references budget.ordinance (id),
    position      int not null check (position >= 0),
    kind          text not null check (kind <> ''),
    category      text not null check (category <> ''),
    amount_satang bigint not null check (amount_satang >= 0),
    primary key (ordinance, position),
    unique (ordinance, kind, category)
);

create function budget.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'Ordinances are append-only: % of % is refused', tg_op, tg_table_name;
end $$;

create trigger ordinance_is_append_only before update or delete or truncate on budget.ordinance
    for each statement execute function budget.refuse_change();
create trigger programme_is_append_only before update or delete or truncate on budget.programme
    for each statement execute function budget.refuse_change();
create trigger type_is_append_only before update or delete or truncate on budget.expenditure_type
    for each statement execute function budget.refuse_change();
create trigger line_is_append_only before update or delete or truncate on budget.line
    for each statement execute function budget.refuse_change();
create trigger income_is_append_only before update or delete or truncate on budget.income
    for each statement execute function budget.refuse_change();

-- Checked when the transaction commits, so that an ordinance and its parts can be written one after the other.
create function budget.refuse_wrong_sums() returns trigger language plpgsql as $$
declare
    wrong text;
begin
    select 'programmes' into wrong from budget.ordinance o where o.id = new.id and o.total_satang <>
        (select coalesce(sum(p.amount_satang), 0) from budget.programme p where p.ordinance = o.id);
    if wrong is null then
        select 'types' into wrong from budget.ordinance o where o.id = new.id and o.total_satang <>
            (select coalesce(sum(t.amount_satang), 0) from budget.expenditure_type t where t.ordinance = o.id);
    end if;
    if wrong is null then
        select 'lines of programme ' || p.name into wrong from budget.programme p
        where p.ordinance = new.id and exists (select 1 from budget.line l where l.ordinance = new.id)
            and p.amount_satang <> (select coalesce(sum(l.amount_satang), 0) from budget.line l
                where l.ordinance = p.ordinance and l.area = p.area and l.programme = p.name)
        limit 1;
    end if;
    if wrong is not null then
        raise exception 'Ordinance % does not add up: %', new.id, wrong using errcode = 'check_violation';
    end if;
    return null;
end $$;

create constraint trigger ordinance_adds_up after insert on budget.ordinance
    deferrable initially deferred for each row execute function budget.refuse_wrong_sums();
