-- A file that was tried on a page is kept for a day, so that its owner accepts the very bytes whose outcome they have seen.
create schema exchange;

-- One of a kind for each person: the next one takes its place.
create table exchange.tried (
    owner         text not null,
    kind          text not null,
    id            text not null unique check (id ~ '^[0-9a-f-]{36}$'),
    file_name     text not null,
    options       jsonb not null,
    bytes         bytea not null check (length(bytes) <= 20971520),
    expires_at    timestamptz not null,
    primary key (owner, kind)
);
