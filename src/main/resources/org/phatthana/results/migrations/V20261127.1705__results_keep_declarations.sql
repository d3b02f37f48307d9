-- How indicators were declared, so that the figure of an earlier day goes by the formula of that day. Nothing is changed: of each code the
-- newest row holds from its instant on.
create table results.declaration (
    code    text not null check (code <> ''),
    since   timestamptz not null,
    digest  text not null check (digest ~ '^[0-9a-f]{12}$'),
    fields  jsonb not null,
    primary key (code, since)
);

create function results.keep_declaration() returns trigger language plpgsql as $$
begin
    raise exception 'What was declared is never changed';
end $$;

create trigger keep_declaration before update or delete on results.declaration for each row execute function results.keep_declaration();
