-- The check that entries balance looks at those that a statement brings, not at the whole journal, and no check ever reads the
-- journal from its first row: its plan may have been made when that was short. What every statement balances is balanced in all.
create or replace function budget.refuse_unbalanced_entries() returns trigger language plpgsql as $$
begin
    if exists (select 1 from fresh group by transaction having sum(amount_satang) <> 0) then
        raise exception 'Entries that do not balance' using errcode = 'check_violation';
    end if;
    return null;
end $$;

alter function budget.refuse_wrong_transaction() set enable_seqscan = off;
