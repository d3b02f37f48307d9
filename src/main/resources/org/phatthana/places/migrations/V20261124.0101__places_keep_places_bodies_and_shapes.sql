-- The places that the pack names, the local bodies, and the shapes that were imported over them. An edition is written with
-- each change, so that every process sees cheaply that its copy in memory is old.
create schema places;

create table places.edition (
    number  bigint generated always as identity primary key,
    kind    text not null check (kind in ('pack', 'shapes')),
    digest  text not null check (digest ~ '^[0-9a-f]{64}$'),
    at      timestamptz not null default now()
);

create table places.source (
    figure text primary key,
    name   jsonb not null
);

create table places.place (
    code       text primary key check (code ~ '^[1-9][0-9]([0-9]{2}){0,2}$'),
    parent     text references places.place deferrable initially deferred,
    name       jsonb not null check (name ? 'th'),
    male       integer check (male >= 0),
    female     integer check (female >= 0),
    households integer check (households >= 0),
    villages   integer check (villages >= 0),
    post_code  text check (post_code ~ '^[0-9]{5}$'),
    lat        double precision check (lat between -90 and 90),
    lon        double precision check (lon between -180 and 180),
    as_of      date not null,
    check ((parent is null) = (length(code) = 2)),
    check (parent is null or parent = left(code, length(code) - 2)),
    -- Only a tambon carries figures: those of an amphoe and of the province are sums, and cannot disagree with them.
    check ((length(code) = 6) = (male is not null and female is not null and households is not null
        and villages is not null and lat is not null and lon is not null))
);

create table places.body (
    code     text not null,
    type     text not null check (type in ('PAO', 'CITY_MUNICIPALITY', 'TOWN_MUNICIPALITY', 'SUBDISTRICT_MUNICIPALITY',
        'SUBDISTRICT_ORGANIZATION')),
    name     jsonb not null check (name ? 'th'),
    websites text[] not null,
    lat      double precision check (lat between -90 and 90),
    lon      double precision check (lon between -180 and 180),
    obsolete boolean not null,
    primary key (code),
    check ((lat is null) = (lon is null))
);

create table places.body_covers (
    body  text not null references places.body on delete cascade,
    place text not null references places.place on delete cascade,
    primary key (body, place)
);

create table places.shape (
    place       text primary key references places.place on delete cascade check (length(place) = 6),
    geometry    jsonb not null check (geometry ->> 'type' in ('Polygon', 'MultiPolygon')),
    source      text not null check (length(source) between 1 and 500),
    approximate boolean not null
);
