-- What exists in the province, register by register: every entry with all its versions, and beside them what lists read.
create schema registers;

-- Parts of words are found by their letters, three by three.
create extension if not exists pg_trgm with schema registers;

create table registers.entry (
    id            text primary key,
    register      text not null,
    is_sample     boolean not null
);

create index entry_of_register on registers.entry (register, id);

-- What was recorded of an entry, whole. Nothing is changed afterwards: a correction is another version, and an entry ends by one.
create table registers.version (
    entry         text not null references registers.entry on delete cascade,
    number        int not null check (number > 0),
    -- From which day what it says holds; of the first version, since when the entry is there.
    holds_from    date not null,
    -- The last day of the entry, where it has ended.
    ended         date check (ended >= holds_from),
    content       jsonb not null check (jsonb_typeof(content) = 'object'),
    -- GeoJSON, degrees (WGS 84).
    geometry      jsonb,
    -- The tambon that it stands in; what was written of its place where nobody knows yet which that is.
    place         text check (place ~ '^[1-9][0-9]{1,7}$'),
    place_said    text not null,
    note          text not null,
    -- Over all that it says. What is not for everyone goes in by a salted digest of its own, and the salt of what is said of
    -- persons is erased with it.
    digest        text not null,
    salt          text not null,
    account       uuid not null,
    capacity      text not null,
    recorded_at   timestamptz not null,
    primary key (entry, number)
);

-- What versions say of persons, apart, so that it can be erased without touching anything else.
create table registers.personal (
    entry         text not null,
    number        int not null,
    content       jsonb not null,
    salt          text not null,
    primary key (entry, number),
    foreign key (entry, number) references registers.version on delete cascade
);

-- The newest version of each entry, as lists and duplicates are found by it.
create table registers.newest (
    entry         text primary key references registers.entry on delete cascade,
    register      text not null,
    number        int not null,
    name          text collate "th-x-icu" not null,
    code          text,
    place         text,
    is_open       boolean not null,
    words         text not null,
    foreign key (entry, number) references registers.version on delete cascade deferrable initially deferred
);

create unique index newest_code on registers.newest (register, code) where is_open and code is not null;
create index newest_name on registers.newest (register, name, entry);
create index newest_words on registers.newest using gin (words registers.gin_trgm_ops);

-- What lists can be narrowed to: '' is all, then a place or the value of a field. Each in the order of the list.
create table registers.facet (
    register      text not null,
    facet         text not null,
    is_open       boolean not null,
    name          text collate "th-x-icu" not null,
    entry         text not null references registers.entry on delete cascade,
    primary key (entry, facet)
);

create index facet_in_order on registers.facet (register, facet, is_open, name, entry);

-- How many entries each facet has, so that no page counts them.
create table registers.tally (
    register      text not null,
    facet         text not null,
    is_open       boolean not null,
    entries       bigint not null check (entries >= 0),
    primary key (register, facet, is_open)
);

-- What was recorded stays; sample entries can be removed, and what is said of persons can be erased.
create function registers.keep_version() returns trigger language plpgsql as $$
begin
    -- Of an entry that is being deleted nothing is found: whether it was sample was asked there.
    if tg_op = 'DELETE' and not exists (select from registers.entry e where e.id = old.entry and not e.is_sample) then
        return old;
    end if;
    raise exception 'What was recorded of an entry is never changed';
end $$;

create function registers.keep_entry() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and old.is_sample then
        return old;
    end if;
    raise exception 'Entries are never deleted, they end';
end $$;

create function registers.keep_personal() returns trigger language plpgsql as $$
begin
    raise exception 'What was recorded of a person is never changed, only erased';
end $$;

create trigger keep_version before update or delete on registers.version
    for each row execute function registers.keep_version();
create trigger keep_entry before update or delete on registers.entry for each row execute function registers.keep_entry();
create trigger keep_personal before update on registers.personal
    for each row execute function registers.keep_personal();
