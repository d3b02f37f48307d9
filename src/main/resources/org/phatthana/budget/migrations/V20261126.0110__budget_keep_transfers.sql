-- Transfers of money between lines, from the draft to the memo that was decided. What was decided is never changed: the figures of the
-- memo stay as they stood then, and the money is in the ledger.
create table budget.transfer (
    id           text primary key check (id ~ '^[0-9a-z]{26}$'),
    fiscal_year  int not null references budget.book on delete cascade,
    number       text not null,
    dated        date,
    reason       text not null,
    state        text not null check (state in ('open', 'submitted', 'decided', 'rejected')),
    -- The rule of the pack by which it was sent; empty while it is written.
    rule         text not null,
    transaction  bigint references budget.transaction on delete cascade,
    author       uuid not null,
    revision     int not null check (revision > 0),
    created_at   timestamptz not null,
    is_sample    boolean not null,
    check ((state = 'decided') = (transaction is not null)),
    check (state = 'open' or rule <> '')
);

create index transfer_of_year on budget.transfer (fiscal_year, id desc);

create table budget.transfer_change (
    transfer            text not null references budget.transfer on delete cascade,
    ordinal             int not null check (ordinal > 0),
    line                text not null,
    is_decrease         boolean not null,
    satang              bigint not null check (satang >= 0),
    changes_substance   boolean not null,
    -- What the line had when it was decided; before that it is read from the books.
    appropriated_satang bigint,
    left_satang         bigint,
    primary key (transfer, ordinal),
    unique (transfer, line)
);

create function budget.keep_transfer() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.state in ('decided', 'rejected') then
        raise exception 'A decided transfer is never changed';
    end if;
    return new;
end $$;

create trigger keep_transfer before update on budget.transfer for each row execute function budget.keep_transfer();

create function budget.keep_transfer_change() returns trigger language plpgsql as $$
begin
    if exists (select 1 from budget.transfer where id = old.transfer and state in ('decided', 'rejected')) then
        raise exception 'A decided transfer is never changed';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;

create trigger keep_transfer_change before update or delete on budget.transfer_change
    for each row execute function budget.keep_transfer_change();
