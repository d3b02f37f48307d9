-- Each time the procurement of a month was announced (สขร.1), with the contracts that were in it then.
create table works.disclosure (
    id            bigint generated always as identity primary key,
    month         text not null check (month ~ '^\d{4}-\d{2}$'),
    contracts     text[] not null,
    log_entry     bigint not null,
    is_sample     boolean not null,
    account       uuid not null,
    capacity      text not null,
    at            timestamptz not null
);

create function works.keep_disclosure() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and old.is_sample then
        return old;
    end if;
    raise exception 'What was announced is never changed';
end $$;

create trigger keep_disclosure before update or delete on works.disclosure for each row execute function works.keep_disclosure();
