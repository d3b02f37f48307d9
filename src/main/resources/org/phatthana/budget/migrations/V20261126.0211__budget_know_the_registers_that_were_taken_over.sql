-- A register of another system is taken over once: its file again must not undo what was entered since.
create table budget.register_taken (
    fiscal_year int not null references budget.book on delete cascade,
    digest      text not null check (digest ~ '^[0-9a-f]{64}$'),
    file_name   text not null,
    capacity    text not null,
    taken_at    timestamptz not null,
    primary key (fiscal_year, digest)
);
