-- The plan at any date is derived from decisions. A version is what one edition decided of one project and never changes; it
-- points at the edition that followed it in the project's story. When an edition was in force is known of the edition alone.
alter table plan.edition
    -- How the office counts it: the nth of its type in a year.
    add column sequence       int not null default 0 check (sequence >= 0),
    add column year           int not null default 0 check (year = 0 or year between 2490 and 2699),
    add column state          text not null default 'announced' check (state in ('open', 'submitted', 'announced', 'withdrawn')),
    add column reason         text not null default '',
    add column opened_at      timestamptz,
    add column is_estimated   boolean not null default false,
    alter column in_force_from drop not null,
    add check ((state = 'announced') = (in_force_from is not null)),
    add check ((type = 'base') = (sequence = 0)),
    add check ((type = 'base') = (year = 0));

alter table plan.edition
    alter column sequence drop default,
    alter column year drop default,
    alter column state drop default,
    alter column is_estimated drop default;

-- Two editions of one type have not the same number.
create unique index edition_called on plan.edition (plan_id, type, sequence, year) where type <> 'base' and state <> 'withdrawn';

alter table plan.version
    add column act            text not null default 'add' check (act in ('add', 'change', 'correct', 'drop')),
    add column next_edition   int,
    add column form           text not null default 'p02' check (form in ('p02', 'p02-1', 'p02-2', 'p03')),
    -- Money by year and source of funds, where it is known; its sums are those of the years.
    add column fund_years     int[]    not null default '{}',
    add column fund_sources   text[]   not null default '{}',
    add column fund_satang    bigint[] not null default '{}',
    add column category       text not null default '',
    add column kind           text not null default '',
    -- Where it is drawn on the map, as GeoJSON.
    add column geometry       text,
    add column powers         int[] not null default '{}',
    add column reason         text not null default '',
    add column remark         text not null default '',
    -- What it became, where it was dropped by being merged into another; what it was split from.
    add column merged_into    text,
    add column split_from     text,
    -- Of older editions it is often known only that they touched a project: then the words are those of a later one.
    add column is_text_known  boolean not null default true,
    add check (cardinality(fund_years) = cardinality(fund_sources) and cardinality(fund_years) = cardinality(fund_satang)),
    add check (0 <= all (fund_satang)),
    add check (next_edition <> edition),
    add check (merged_into is null or act = 'drop');

drop index plan.version_newest;
alter table plan.version drop column is_newest;

-- Headings stand apart, so that an edition can put a new one where it belongs.
update plan.version set heading = heading * 1000;
update plan.heading set ordinal = ordinal * 1000;
set constraints all immediate;
set constraints all deferred;

-- A project's story is one chain: it has one newest version, and no two versions are followed by the same one.
create unique index version_newest on plan.version (project_id) where next_edition is null;
create unique index version_chain on plan.version (project_id, next_edition) where next_edition is not null;

-- What followed is there, at the end of the transaction. A reference would be looked at for each row, and few rows have one.
create function plan.follow_version() returns trigger language plpgsql as $$
begin
    if not exists (select from plan.version where project_id = new.project_id and edition = new.next_edition) then
        raise exception 'The version that followed is not there: % of edition %', new.project_id, new.next_edition;
    end if;
    return null;
end $$;

create constraint trigger follow_version after insert or update of next_edition on plan.version
    deferrable initially deferred for each row when (new.next_edition is not null) execute function plan.follow_version();

drop index plan.version_heading;
create index version_in_order on plan.version (plan_id, heading, ordinal);

-- What was decided is never changed and never lost. A version learns once which edition followed it; what is written in this
-- very transaction may still be completed; sample data can be removed.
create function plan.keep_version() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        if old.is_sample then
            return old;
        end if;
        raise exception 'A decided version of a project is never deleted';
    end if;
    if old.xmin = pg_current_xact_id()::xid then
        return new;
    end if;
    if old.next_edition is null and new.next_edition is not null
            and to_jsonb(old) - 'next_edition' = to_jsonb(new) - 'next_edition' then
        return new;
    end if;
    raise exception 'A decided version of a project is never changed';
end $$;

create trigger keep_version before update or delete on plan.version for each row execute function plan.keep_version();

-- Work on an edition that is not yet announced: what it will decide of each project that it touches.
create table plan.draft (
    id            text primary key check (id ~ '^[0-9a-z]{26}$'),
    plan_id       text not null,
    edition       int not null,
    project_id    text not null check (project_id ~ '^[0-9a-z]{26}$'),
    act           text not null check (act in ('add', 'change', 'correct', 'drop')),
    -- The version that it goes on from; when another edition decides meanwhile, this one is told.
    from_edition  int check ((act = 'add') = (from_edition is null)),
    content       jsonb not null,
    merged_into   text check (merged_into is null or act = 'drop'),
    split_from    text check (split_from is null or act = 'add'),
    state         text not null check (state in ('draft', 'waiting-check', 'waiting-approval', 'approved', 'returned', 'rejected')),
    revision      int not null check (revision > 0),
    author        uuid,
    created_at    timestamptz not null,
    changed_at    timestamptz not null,
    is_sample     boolean not null,
    foreign key (plan_id, edition) references plan.edition on delete cascade,
    unique (plan_id, edition, project_id)
);

-- What was saved of a draft, each time: nobody's words are lost, and who wrote them is known.
create table plan.draft_revision (
    draft_id      text not null references plan.draft on delete cascade,
    revision      int not null,
    act           text not null,
    content       jsonb not null,
    account       uuid,
    at            timestamptz not null,
    primary key (draft_id, revision)
);
