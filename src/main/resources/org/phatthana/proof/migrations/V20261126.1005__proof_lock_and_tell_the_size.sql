-- Whoever appends waits for its turn and hears where it is in one step. The size is read when the lock is held.
create function proof.locked_size() returns bigint language plpgsql volatile as $$
begin
    lock table proof.entry in share row exclusive mode;
    return (select coalesce(max(position) + 1, 0) from proof.entry);
end $$;
