-- Other offices head their columns in their own words. What an officer said of them once is not asked again of the next file with
-- the same headings.
create table exchange.column_mapping (
    kind          text not null check (kind <> ''),
    id            text not null check (id ~ '^[0-9a-f]{32}$'),
    labels        jsonb not null,
    fields        jsonb not null,
    file_name     text not null,
    capacity      text not null,
    remembered_at timestamptz not null,
    primary key (kind, id)
);
