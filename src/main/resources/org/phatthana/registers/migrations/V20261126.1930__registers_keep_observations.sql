-- Dated figures of places and entries. Whoever writes holds the lock of the public log, so numbers follow one another without gaps in
-- the order of commits.
create table registers.series (
    id            smallint generated always as identity primary key,
    code          text not null unique,
    -- How many of its figures stand.
    standing      bigint not null default 0 check (standing >= 0)
);

-- What was recorded at once, by whom and when.
create table registers.recording (
    -- The number of the last of its observations.
    last          bigint primary key,
    account       uuid not null,
    capacity      text not null,
    recorded_at   timestamptz not null,
    is_sample     boolean not null
);

create index recording_at on registers.recording (recorded_at, last);

create table registers.observation (
    number        bigint primary key check (number > 0),
    recording     bigint not null references registers.recording deferrable initially deferred,
    -- In millionths of the unit.
    value         bigint not null,
    replaces      bigint,
    -- The number that replaced it: the one thing that is written afterwards, once.
    replaced_by   bigint,
    -- The first day of what it stands for.
    day           date not null,
    series        smallint not null references registers.series,
    flag          smallint not null check (flag between 0 and 5),
    is_withdrawn  boolean not null,
    -- The code of a place or the id of an entry.
    subject       text not null,
    -- Where it counts.
    place         text not null check (place ~ '^[1-9][0-9]{1,7}$'),
    method        text not null,
    source        text not null,
    note          text not null
);

create unique index observation_standing on registers.observation (series, subject, day) where replaced_by is null;
create index observation_of_place on registers.observation (series, place, day) where replaced_by is null and not is_withdrawn;
create index observation_waiting on registers.observation (number)
    where flag in (3, 4) and replaced_by is null and not is_withdrawn;
create index observation_replaced on registers.observation (series, subject, day) where replaced_by is not null;

create function registers.keep_observation() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.replaced_by is null and new.replaced_by > old.number
            and to_jsonb(new) - 'replaced_by' = to_jsonb(old) - 'replaced_by' then
        return new;
    end if;
    raise exception 'What was observed is never changed or deleted: another figure replaces it';
end $$;

create trigger keep_observation before update or delete on registers.observation
    for each row execute function registers.keep_observation();
create trigger keep_recording before update or delete on registers.recording
    for each row execute function registers.keep_observation();
