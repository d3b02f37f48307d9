-- The books of a year: every baht from the council's vote to the payment, in double entry, appended and never changed. What the
-- law forbids is refused here too: an overdrawn stage, a transaction that does not balance, one in a closed month, any change.
create table budget.book (
    fiscal_year int primary key check (fiscal_year between 2490 and 2699),
    sample      boolean not null,
    capacity    text not null,
    opened_at   timestamptz not null
);

create table budget.book_line (
    id          bigint generated always as identity primary key,
    public_id   text not null unique check (public_id ~ '^[0-9a-z]{26}$'),
    fiscal_year int not null references budget.book on delete cascade,
    area        text not null check (area <> ''),
    programme   text not null check (programme <> ''),
    task        text not null check (task <> ''),
    type        text not null check (type <> ''),
    category    text not null,
    kind        text not null,
    item        text not null,
    fund_source text not null check (fund_source <> ''),
    project     text not null,
    department  text not null,
    opened_at   timestamptz not null,
    unique (fiscal_year, area, programme, task, type, category, kind, item, fund_source, project, department)
);

create index book_line_project on budget.book_line (project) where project <> '';

-- What stands in each stage of a line's money: debits less credits.
create table budget.account (
    id             bigint generated always as identity primary key,
    line           bigint not null references budget.book_line on delete cascade,
    stage          text not null check (stage in ('appropriated', 'supplemented', 'transferred', 'carried-in', 'unallotted',
                       'allotted', 'reserved', 'committed', 'disbursed', 'carried-over', 'lapsed')),
    balance_satang bigint not null default 0,
    unique (line, stage),
    constraint account_is_not_overdrawn check (case
        when stage = 'transferred' then true
        when stage in ('appropriated', 'supplemented', 'carried-in') then balance_satang <= 0
        else balance_satang >= 0 end)
);

create table budget.transaction (
    number          bigint primary key check (number >= 1),
    kind            text not null check (kind in ('appropriation', 'supplement', 'itemization', 'transfer', 'allotment', 'recall',
                        'reservation', 'commitment', 'disbursement', 'release', 'refund', 'carry-over', 'lapse', 'reversal')),
    fiscal_year     int not null references budget.book on delete cascade,
    month           int not null check (month between 1 and 12),
    day             date not null,
    posted_at       timestamptz not null,
    authority       text not null check (authority <> ''),
    capacity        text not null check (capacity <> ''),
    owner           uuid not null,
    document_kind   text not null check (document_kind <> ''),
    document_number text not null check (document_number <> ''),
    document_date   date,
    address         text not null check (address = '' or address like '/%'),
    reason          text not null,
    reverses        bigint unique references budget.transaction on delete cascade,
    log_entry       bigint not null unique,
    check ((kind = 'reversal') = (reverses is not null)),
    check (extract(month from day)::int = (month + 8) % 12 + 1)
);

create index transaction_posted_at on budget.transaction (posted_at, number);
create index transaction_year on budget.transaction (fiscal_year, number);
create index transaction_address on budget.transaction (address, number) where address <> '';

create table budget.entry (
    transaction    bigint not null references budget.transaction on delete cascade,
    account        bigint not null references budget.account on delete cascade,
    amount_satang  bigint not null check (amount_satang <> 0),
    balance_satang bigint not null,
    primary key (account, transaction) include (amount_satang, balance_satang)
);

create index entry_transaction on budget.entry (transaction);

-- Requests that were entered, so that one that is sent again is known.
create table budget.posting (
    owner        uuid not null,
    key          text not null check (key <> ''),
    digest       text not null check (digest ~ '^[0-9a-f]{64}$'),
    first_number bigint not null references budget.transaction on delete cascade,
    last_number  bigint not null check (last_number >= first_number),
    primary key (owner, key)
);

create index posting_first on budget.posting (first_number);

-- Up to which month of a year the books are closed: 0 none, 12 all months, 13 the year. The newest row holds; to open again takes
-- a reason.
create table budget.closing (
    id          bigint generated always as identity primary key,
    fiscal_year int not null references budget.book on delete cascade,
    through     int not null check (through between 0 and 13),
    reopens     boolean not null,
    reason      text not null,
    capacity    text not null,
    owner       uuid not null,
    at          timestamptz not null,
    check (not reopens or reason <> '')
);

create index closing_newest on budget.closing (fiscal_year, id desc);

create function budget.refuse_wrong_transaction() returns trigger language plpgsql as $$
declare
    entries bigint;
    total   numeric;
begin
    select count(*), coalesce(sum(amount_satang), 0) into entries, total from budget.entry where transaction = new.number;
    if entries < 2 or total <> 0 then
        raise exception 'Transaction % does not balance: % entries sum to %', new.number, entries, total
            using errcode = 'check_violation';
    end if;
    return null;
end $$;

create constraint trigger transaction_balances after insert on budget.transaction
    deferrable initially deferred for each row execute function budget.refuse_wrong_transaction();

create function budget.refuse_unbalanced_entries() returns trigger language plpgsql as $$
begin
    if exists (select 1 from budget.entry e where e.transaction in (select transaction from fresh)
               group by e.transaction having sum(e.amount_satang) <> 0) then
        raise exception 'Entries that do not balance' using errcode = 'check_violation';
    end if;
    return null;
end $$;

create trigger entries_balance after insert on budget.entry
    referencing new table as fresh for each statement execute function budget.refuse_unbalanced_entries();

create function budget.refuse_closed_month() returns trigger language plpgsql as $$
begin
    if new.month <= (select through from budget.closing where fiscal_year = new.fiscal_year order by id desc limit 1) then
        raise exception 'Month % of % is closed', new.month, new.fiscal_year using errcode = 'check_violation';
    end if;
    return new;
end $$;

create trigger transaction_lies_in_an_open_month before insert on budget.transaction
    for each row execute function budget.refuse_closed_month();

create function budget.refuse_change_of_books() returns trigger language plpgsql as $$
begin
    raise exception 'The books are append-only: % of % is refused', tg_op, tg_table_name;
end $$;

create trigger book_is_append_only before update or truncate on budget.book
    for each statement execute function budget.refuse_change_of_books();
create trigger line_is_append_only before update or truncate on budget.book_line
    for each statement execute function budget.refuse_change_of_books();
create trigger transaction_is_append_only before update or truncate on budget.transaction
    for each statement execute function budget.refuse_change_of_books();
create trigger entry_is_append_only before update or truncate on budget.entry
    for each statement execute function budget.refuse_change_of_books();
create trigger posting_is_append_only before update or truncate on budget.posting
    for each statement execute function budget.refuse_change_of_books();
create trigger closing_is_append_only before update or truncate on budget.closing
    for each statement execute function budget.refuse_change_of_books();

-- Only sample books can be deleted, and only as a whole: whatever is deleted, that which it belongs to is gone already.
create function budget.refuse_deletion() returns trigger language plpgsql as $$
declare
    remains boolean;
begin
    if tg_table_name = 'book' then
        remains := not old.sample;
    elsif tg_table_name = 'account' then
        remains := exists (select 1 from budget.book_line where id = old.line);
    elsif tg_table_name = 'entry' then
        remains := exists (select 1 from budget.transaction where number = old.transaction)
            and exists (select 1 from budget.account where id = old.account);
    elsif tg_table_name = 'posting' then
        remains := exists (select 1 from budget.transaction where number = old.first_number);
    else
        remains := exists (select 1 from budget.book where fiscal_year = old.fiscal_year);
    end if;
    if remains then
        raise exception 'The books are append-only: % of % is refused', tg_op, tg_table_name;
    end if;
    return old;
end $$;

create trigger book_is_kept before delete on budget.book for each row execute function budget.refuse_deletion();
create trigger line_is_kept before delete on budget.book_line for each row execute function budget.refuse_deletion();
create trigger account_is_kept before delete on budget.account for each row execute function budget.refuse_deletion();
create trigger transaction_is_kept before delete on budget.transaction for each row execute function budget.refuse_deletion();
create trigger entry_is_kept before delete on budget.entry for each row execute function budget.refuse_deletion();
create trigger posting_is_kept before delete on budget.posting for each row execute function budget.refuse_deletion();
create trigger closing_is_kept before delete on budget.closing for each row execute function budget.refuse_deletion();
