-- The public log names a transaction by its number for ever, so a number is never given twice: the newest number of books that
-- were removed (sample books, as a whole) stays known. And balances are written again and again, beside where they stood.
create table budget.removed (
    number    bigint primary key check (number >= 1),
    posted_at timestamptz not null
);

create function budget.keep_removed_number() returns trigger language plpgsql as $$
begin
    insert into budget.removed (number, posted_at)
    select number, posted_at from budget.transaction order by number desc limit 1 on conflict do nothing;
    return old;
end $$;

create trigger book_leaves_its_numbers before delete on budget.book for each row execute function budget.keep_removed_number();

create trigger removed_is_append_only before update or delete or truncate on budget.removed
    for each statement execute function budget.refuse_change_of_books();

alter table budget.account set (fillfactor = 60);
