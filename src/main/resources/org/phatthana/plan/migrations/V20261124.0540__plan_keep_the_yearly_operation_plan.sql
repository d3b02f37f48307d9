-- The yearly operation plan (แผนการดำเนินงาน): what of a plan is carried out in a fiscal year, by whom, where and in which
-- months.
create table plan.operation (
    plan_id       text not null references plan.plan on delete cascade,
    year          int not null check (year between 2490 and 2699),
    state         text not null check (state in ('open', 'submitted', 'announced')),
    -- When the year's budget ordinance was announced: the operation plan is due thirty days after it.
    ordinance_on  date,
    opened_at     timestamptz not null,
    announced_at  timestamptz,
    is_sample     boolean not null,
    primary key (plan_id, year),
    check ((state = 'announced') = (announced_at is not null))
);

-- A year has one; sample data stands beside it until it is removed.
create unique index operation_of_year on plan.operation (year, is_sample);

create table plan.activity (
    id            uuid primary key,
    plan_id       text not null,
    year          int not null,
    -- None for what is done without a project of the plan.
    project_id    text check (project_id ~ '^[0-9a-z]{26}$'),
    strategy      text not null,
    programme     text not null,
    name          text not null check (name <> ''),
    detail        text not null,
    satang        bigint not null check (satang >= 0),
    place         text not null,
    department    text not null,
    -- Months of the fiscal year: 1 is October, 12 is September.
    first_month   int not null check (first_month between 1 and 12),
    last_month    int not null check (last_month between first_month and 12),
    revision      int not null check (revision > 0),
    created_at    timestamptz not null,
    changed_at    timestamptz not null,
    is_sample     boolean not null,
    foreign key (plan_id, year) references plan.operation on delete cascade
);

create index activity_of_operation on plan.activity (plan_id, year, created_at, id);

-- What was announced is never changed and never lost; sample data can be removed.
create function plan.keep_operation() returns trigger language plpgsql as $$
declare
    is_announced boolean;
begin
    if tg_op = 'DELETE' and old.is_sample then
        return old;
    end if;
    if tg_table_name = 'operation' then
        is_announced := old.state = 'announced';
    else
        is_announced := exists (select 1 from plan.operation o
            where o.state = 'announced'
              and (o.plan_id, o.year) = (case when tg_op = 'INSERT' then new.plan_id else old.plan_id end,
                                         case when tg_op = 'INSERT' then new.year else old.year end));
    end if;
    if is_announced then
        raise exception 'An announced operation plan is never changed';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;

create trigger keep_operation before update or delete on plan.operation for each row execute function plan.keep_operation();
create trigger keep_activity before insert or update or delete on plan.activity
    for each row execute function plan.keep_operation();
