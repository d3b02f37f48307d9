-- What is entered is checked once for all rows of its statement: that accounts and transactions are there, that the month is open,
-- that entries balance. Foreign keys and triggers of single rows asked the same for each row, and took longer than the rows. Whatever
-- belongs to removed books is removed with them, as foreign keys did; `refuse_deletion` still keeps all else.
alter table budget.entry
    drop constraint entry_transaction_fkey,
    drop constraint entry_account_fkey;
alter table budget.posting
    drop constraint posting_first_number_fkey,
    drop constraint posting_digest_check,
    add constraint posting_digest_check check (length(digest) = 64 and translate(digest, '0123456789abcdef', '') = '');

create or replace function budget.refuse_unbalanced_entries() returns trigger language plpgsql as $$
begin
    if exists (select 1 from fresh group by transaction having sum(amount_satang) <> 0) then
        raise exception 'Entries that do not balance' using errcode = 'check_violation';
    end if;
    if exists (select 1 from (select distinct account from fresh) f
               where not exists (select 1 from budget.account a where a.id = f.account)) then
        raise exception 'Entries on an account that does not exist' using errcode = 'foreign_key_violation';
    end if;
    if exists (select 1 from (select distinct transaction from fresh) f
               where not exists (select 1 from budget.transaction t where t.number = f.transaction)) then
        raise exception 'Entries of a transaction that does not exist' using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;

alter function budget.refuse_unbalanced_entries() set enable_seqscan = off;

create function budget.refuse_posting_of_nothing() returns trigger language plpgsql as $$
begin
    if exists (select 1 from fresh f
               where not exists (select 1 from budget.transaction t where t.number = f.first_number)) then
        raise exception 'A posting of a transaction that does not exist' using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;

create trigger posting_has_transactions after insert on budget.posting
    referencing new table as fresh for each statement execute function budget.refuse_posting_of_nothing();

drop trigger transaction_lies_in_an_open_month on budget.transaction;

create or replace function budget.refuse_closed_month() returns trigger language plpgsql as $$
declare
    closed record;
begin
    select f.fiscal_year, f.month into closed
    from (select fiscal_year, min(month) as month from fresh group by fiscal_year) f
    cross join lateral (
        select c.through from budget.closing c where c.fiscal_year = f.fiscal_year order by c.id desc limit 1) newest
    where f.month <= newest.through limit 1;
    if found then
        raise exception 'Month % of % is closed', closed.month, closed.fiscal_year using errcode = 'check_violation';
    end if;
    return null;
end $$;

create trigger transaction_lies_in_an_open_month after insert on budget.transaction
    referencing new table as fresh for each statement execute function budget.refuse_closed_month();

create function budget.remove_what_belongs_to_transactions() returns trigger language plpgsql as $$
begin
    delete from budget.entry e using gone where e.transaction = gone.number;
    delete from budget.posting p using gone where p.first_number = gone.number;
    return null;
end $$;

create trigger transaction_takes_its_entries_along after delete on budget.transaction
    referencing old table as gone for each statement execute function budget.remove_what_belongs_to_transactions();
