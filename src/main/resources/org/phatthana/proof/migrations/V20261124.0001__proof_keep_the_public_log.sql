-- The public log: appended to, never updated or deleted, so that nothing that was made public can silently change.
create schema proof;

create table proof.entry (
    position  bigint primary key check (position >= 0),
    at        timestamptz not null,
    kind      text not null check (kind ~ '^[a-z]+\.[a-z-]+$'),
    subject   text not null check (subject like '/%'),
    capacity  text not null,
    summary   jsonb not null,
    sample    boolean not null,
    canonical text not null
);

create index entry_subject on proof.entry (subject, position);

create function proof.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'The public log is append-only: % is refused', tg_op;
end $$;

create trigger entry_is_append_only before update or delete or truncate on proof.entry
    for each statement execute function proof.refuse_change();
