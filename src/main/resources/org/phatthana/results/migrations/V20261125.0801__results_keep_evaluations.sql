-- The evaluation of a plan for a fiscal year: the committee's forms with their points and remarks, what the program knew about
-- them when they were handed in, and every text that was saved.
create schema results;

create table results.evaluation (
    plan_id       text not null,
    year          int not null check (year between 2490 and 2699),
    state         text not null check (state in ('open', 'submitted', 'published')),
    opened_at     timestamptz not null,
    published_at  timestamptz,
    -- What the program knew of the year when the forms were handed in; so long as they are filled in it is worked out anew.
    known         jsonb,
    is_sample     boolean not null,
    primary key (plan_id, year),
    check ((state = 'open') = (known is null)),
    check ((state = 'published') = (published_at is not null))
);

-- A year has one; sample data stands beside it until it is removed.
create unique index evaluation_of_year on results.evaluation (year, is_sample);

create table results.form (
    plan_id       text not null,
    year          int not null,
    id            text not null,
    ordinal       int not null,
    -- The template as it was when the evaluation was opened.
    template      jsonb not null,
    scores        jsonb not null,
    revision      int not null check (revision > 0),
    changed_at    timestamptz not null,
    primary key (plan_id, year, id),
    foreign key (plan_id, year) references results.evaluation on delete cascade
);

-- What was saved of a form, each time: nobody's points are lost, and who gave them is known.
create table results.form_revision (
    plan_id       text not null,
    year          int not null,
    form          text not null,
    revision      int not null,
    scores        jsonb not null,
    account       uuid,
    at            timestamptz not null,
    primary key (plan_id, year, form, revision),
    foreign key (plan_id, year, form) references results.form on delete cascade
);

-- What was published is never changed and never lost; sample data can be removed.
create function results.keep_evaluation() returns trigger language plpgsql as $$
declare
    is_published boolean;
begin
    if tg_table_name = 'evaluation' then
        if tg_op = 'DELETE' and old.is_sample then
            return old;
        end if;
        is_published := old.state = 'published';
    else
        -- Of one that is being deleted nothing is found.
        is_published := exists (select from results.evaluation e
            where e.state = 'published'
              and (e.plan_id, e.year) = (case when tg_op = 'INSERT' then new.plan_id else old.plan_id end,
                                         case when tg_op = 'INSERT' then new.year else old.year end));
    end if;
    if is_published then
        raise exception 'A published evaluation is never changed';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;

create trigger keep_evaluation before update or delete on results.evaluation
    for each row execute function results.keep_evaluation();
create trigger keep_form before insert or update or delete on results.form
    for each row execute function results.keep_evaluation();
create trigger keep_form_revision before insert or update or delete on results.form_revision
    for each row execute function results.keep_evaluation();
