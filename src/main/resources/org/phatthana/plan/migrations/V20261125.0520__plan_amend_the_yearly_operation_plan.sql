-- An announced operation plan can be amended: the amendment is another row beside it, which goes along the route again, so that
-- what was announced before stays as it was. An activity keeps its id from one to the next. And its months are those that are
-- marked, whether or not others lie between them.
alter table plan.activity drop constraint activity_plan_id_year_fkey, drop constraint activity_pkey;
alter table plan.operation drop constraint operation_pkey;
drop index plan.operation_of_year;
drop index plan.activity_of_operation;

alter table plan.operation
    -- 0 is the first, 1 its first amendment.
    add amendment int not null default 0 check (amendment between 0 and 999),
    -- Why it was amended.
    add reason    text not null default '' check (char_length(reason) <= 2000),
    add primary key (plan_id, year, amendment),
    add check ((amendment = 0) = (reason = ''));
alter table plan.operation alter amendment drop default, alter reason drop default;

-- A year has one plan; sample data stands beside it until it is removed. One amendment is drafted at a time.
create unique index operation_of_year on plan.operation (year, is_sample, amendment);
create unique index operation_in_work on plan.operation (plan_id, year) where state <> 'announced';

alter table plan.activity disable trigger keep_activity;
alter table plan.activity add amendment int not null default 0, add months int[];
update plan.activity set months = array(select generate_series(first_month, last_month));
alter table plan.activity enable trigger keep_activity;

alter table plan.activity
    alter amendment drop default,
    alter months set not null,
    -- Months of the fiscal year in their order: 1 is October, 12 is September.
    add check (cardinality(months) > 0 and months <@ array[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
    drop first_month,
    drop last_month,
    add primary key (id, amendment),
    add foreign key (plan_id, year, amendment) references plan.operation on delete cascade;

create index activity_of_operation on plan.activity (plan_id, year, amendment, created_at, id);

create or replace function plan.keep_operation() returns trigger language plpgsql as $$
declare
    is_announced boolean;
begin
    if tg_op = 'DELETE' and old.is_sample then
        return old;
    end if;
    if tg_table_name = 'operation' then
        is_announced := old.state = 'announced';
    elsif tg_op = 'INSERT' then
        is_announced := exists (select from plan.operation o
            where o.state = 'announced' and (o.plan_id, o.year, o.amendment) = (new.plan_id, new.year, new.amendment));
    else
        is_announced := exists (select from plan.operation o
            where o.state = 'announced' and (o.plan_id, o.year, o.amendment) = (old.plan_id, old.year, old.amendment));
    end if;
    if is_announced then
        raise exception 'An announced operation plan is never changed';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
