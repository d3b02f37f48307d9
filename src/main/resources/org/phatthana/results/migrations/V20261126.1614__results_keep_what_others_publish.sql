-- What other organizations publish of an indicator that ours compare with, each with where it stands. Nothing is changed: a newer row of the
-- same organization, reference and year holds.
create table results.published_figure (
    id            bigint generated always as identity primary key,
    organization  text not null check (organization <> ''),
    reference     text not null check (reference ~ '^[0-9A-Za-z.]{1,20}$'),
    year          integer not null check (year between 2490 and 2699),
    value         numeric not null,
    unit          text not null check (unit <> ''),
    source        text not null check (source <> ''),
    at            timestamptz not null
);

create index on results.published_figure (reference, year, organization, id desc);

create function results.keep_published_figure() returns trigger language plpgsql as $$
begin
    raise exception 'What others published is never changed';
end $$;

create trigger keep_published_figure before update or delete on results.published_figure for each row
    execute function results.keep_published_figure();
