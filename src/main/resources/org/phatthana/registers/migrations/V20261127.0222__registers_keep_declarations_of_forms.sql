-- Registers that an office makes of its own forms, beside those of the pack: every version of each declaration, as it was understood.
create table registers.declaration (
    code          text not null,
    version       int not null check (version > 0),
    -- By which the form itself is called: another form that would get the same code is another form.
    form          text not null,
    -- As a file of a pack would declare it, and its code lists as `code-lists.yaml` would.
    content       jsonb not null check (jsonb_typeof(content) = 'object'),
    lists         jsonb not null check (jsonb_typeof(lists) = 'array'),
    file_name     text not null,
    digest        text not null,
    account       uuid not null,
    capacity      text not null,
    recorded_at   timestamptz not null,
    primary key (code, version)
);

create function registers.keep_declaration() returns trigger language plpgsql as $$
begin
    raise exception 'What was declared is never changed: another version says it otherwise';
end $$;

create trigger keep_declaration before update or delete on registers.declaration
    for each row execute function registers.keep_declaration();
