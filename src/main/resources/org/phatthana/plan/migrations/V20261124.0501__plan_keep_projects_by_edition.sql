-- Five-year plans: a project is a story of versions, one for each edition that touched it, so that the plan can be shown as
-- it stood on any day. Totals count only the newest version of each project.
create schema plan;

create table plan.plan (
    id            text primary key check (id ~ '^[0-9a-z]{26}$'),
    name          text not null check (name <> ''),
    first_year    int not null check (first_year between 2490 and 2699),
    last_year     int not null check (last_year between first_year and 2699),
    format        text not null check (format in ('strategy', 'issue')),
    file_name     text not null,
    file_sha256   text check (file_sha256 ~ '^[0-9a-f]{64}$'),
    imported_at   timestamptz not null,
    is_sample     boolean not null
);

-- The same file taken in twice is recognised.
create unique index plan_file on plan.plan (file_sha256) where file_sha256 is not null;

create table plan.edition (
    plan_id       text not null references plan.plan on delete cascade,
    number        int not null check (number >= 0),
    type          text not null check (type in ('base', 'added', 'changed', 'corrected', 'urgent')),
    label         text not null,
    in_force_from timestamptz not null,
    is_sample     boolean not null,
    primary key (plan_id, number),
    check ((number = 0) = (type = 'base'))
);

-- Strategy (or development issue), tactic and programme, as the plan writes them, in its order.
create table plan.heading (
    id            bigint generated always as identity primary key,
    plan_id       text not null references plan.plan on delete cascade,
    ordinal       int not null,
    strategy      text not null,
    tactic        text not null,
    programme     text not null,
    programme_id  text not null,
    sheet         text not null,
    is_sample     boolean not null,
    unique (plan_id, ordinal)
);

create table plan.project (
    id            text primary key check (id ~ '^[0-9a-z]{26}$'),
    plan_id       text not null references plan.plan on delete cascade,
    is_sample     boolean not null
);

create index project_of_plan on plan.project (plan_id);

create table plan.version (
    project_id    text not null references plan.project on delete cascade,
    edition       int not null check (edition >= 0),
    is_newest     boolean not null,
    ordinal       int not null,
    heading_id    bigint not null references plan.heading on delete cascade,
    goal          text not null check (goal ~ '^G\d{1,2}$'),
    sequence      text not null,
    name          text not null check (name <> ''),
    name_en       text not null,
    objective     text not null,
    target        text not null,
    target_en     text not null,
    kpi           text not null,
    kpi_en        text not null,
    result        text not null,
    department    text not null,
    department_as_written text not null,
    place_text    text not null,
    total_satang  bigint not null check (total_satang >= 0),
    searched      text not null,
    sheet         text not null,
    sheet_row     int not null,
    is_sample     boolean not null,
    primary key (project_id, edition)
);

create unique index version_newest on plan.version (project_id) where is_newest;
create index version_goal on plan.version (goal) where is_newest;
create index version_heading on plan.version (heading_id);

create table plan.amount (
    project_id    text not null,
    edition       int not null,
    year          int not null check (year between 2490 and 2699),
    satang        bigint not null check (satang >= 0),
    ordinance_satang bigint check (ordinance_satang >= 0),
    is_sample     boolean not null,
    primary key (project_id, edition, year),
    foreign key (project_id, edition) references plan.version on delete cascade
);

-- Where a project is. What a text names without saying which of several places is kept as uncertain and never counted.
create table plan.project_place (
    project_id    text not null,
    edition       int not null,
    place         text not null check (place ~ '^[1-9]\d(\d\d){0,3}$'),
    is_certain    boolean not null,
    found_as      text not null,
    is_sample     boolean not null,
    primary key (project_id, edition, place),
    foreign key (project_id, edition) references plan.version on delete cascade
);

create index project_place_place on plan.project_place (place) where is_certain;

-- Workbooks that were handed in and are not yet accepted; each belongs to the planner who handed it in.
create table plan.pending (
    id            text primary key check (id ~ '^[0-9a-z]{26}$'),
    owner         text not null,
    file_name     text not null,
    bytes         bytea not null check (length(bytes) <= 20971520),
    sha256        text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    choices       jsonb not null,
    handed_in_at  timestamptz not null,
    expires_at    timestamptz not null
);

-- Sample data that was removed never comes back.
create table plan.sample_removal (
    only_one      boolean primary key default true check (only_one),
    removed_at    timestamptz not null
);
