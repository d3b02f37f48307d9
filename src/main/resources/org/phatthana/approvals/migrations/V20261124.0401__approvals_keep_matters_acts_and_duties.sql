-- Matters on their way to a decision, every act on them, who sits on which body, and who has delegated what to whom.
create schema approvals;

create extension if not exists btree_gist with schema public;

create table approvals.matter (
    id             uuid primary key,
    kind           text not null check (kind ~ '^[a-z]+\.[a-z-]+$'),
    subject        text not null check (char_length(subject) between 1 and 120),
    title          jsonb not null,
    address        text not null check (address like '/%' and char_length(address) <= 300),
    route_id       text not null,
    route_version  int not null,
    -- The route as it was when the matter was opened.
    route          jsonb not null,
    is_public      boolean not null,
    sample         boolean not null,
    opened_at      timestamptz not null,
    -- Where it stands: the replay of its acts, kept beside them so that lists need not replay.
    acts           int not null check (acts >= 1),
    state          text not null check (state in ('open', 'returned', 'approved', 'rejected', 'withdrawn')),
    step           int not null check (step >= 0),
    since          timestamptz not null,
    due            date,
    decider_role   text,
    decider_body   text,
    authors        uuid[] not null,
    -- Whose votes at the present step are cast, and who cast them.
    voted          uuid[] not null,
    check ((due is not null) = (state = 'open')),
    check ((decider_role is not null or decider_body is not null) = (state = 'open'))
);

create unique index matter_one_at_a_time on approvals.matter (kind, subject) where state in ('open', 'returned');
create index matter_subject on approvals.matter (kind, subject, opened_at);
create index matter_decider_role on approvals.matter (decider_role, due) where state = 'open';
create index matter_decider_body on approvals.matter (decider_body, due) where state = 'open';
create index matter_authors on approvals.matter using gin (authors);

create table approvals.act (
    matter   uuid not null references approvals.matter,
    number   int not null check (number >= 1),
    at       timestamptz not null,
    kind     text not null check (kind in ('submit', 'approve', 'return', 'reject', 'comment', 'record', 'withdraw',
                                           'close-vote')),
    step     text not null,
    -- Who: null only where the program itself opened or withdrew the matter.
    account  uuid,
    behalf   uuid check (behalf <> account),
    capacity text not null,
    body     text not null,
    office   text check (office in ('chair', 'vice', 'secretary', 'member')),
    text     text not null check (char_length(text) <= 4000),
    authors  uuid[] not null,
    minutes  jsonb check ((minutes is not null) = (kind = 'record')),
    count    jsonb check ((count is not null) = (kind = 'close-vote')),
    primary key (matter, number),
    check (account is not null or kind in ('submit', 'withdraw')),
    check (kind not in ('return', 'reject', 'comment') or text <> '')
);

create function approvals.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'The acts on matters are append-only: % is refused', tg_op;
end $$;

create trigger act_is_append_only before update or delete or truncate on approvals.act
    for each statement execute function approvals.refuse_change();

create function approvals.refuse_after_the_end() returns trigger language plpgsql as $$
begin
    if exists (select from approvals.matter where id = new.matter and state in ('approved', 'rejected', 'withdrawn')) then
        raise exception 'The matter % is closed', new.matter;
    end if;
    return new;
end $$;

create trigger act_is_before_the_end before insert on approvals.act
    for each row execute function approvals.refuse_after_the_end();

-- Who sits on a body, from one day to another, both included; without an end as long as it is not ended.
create table approvals.seat (
    id      uuid primary key,
    body    text not null,
    account uuid not null,
    office  text not null check (office in ('chair', 'vice', 'secretary', 'member')),
    since   date not null,
    until   date check (until >= since),
    constraint seat_one_of_a_person
        exclude using gist (body with =, account with =, daterange(since, until, '[]') with &&),
    constraint seat_one_chair
        exclude using gist (body with =, daterange(since, until, '[]') with &&) where (office = 'chair'),
    constraint seat_one_secretary
        exclude using gist (body with =, daterange(since, until, '[]') with &&) where (office = 'secretary')
);

create index seat_account on approvals.seat (account);

-- Whose duties somebody else may do in their name, from one day to another, both included.
create table approvals.delegation (
    id       uuid primary key,
    giver    uuid not null,
    receiver uuid not null check (receiver <> giver),
    -- `all`, `role` or `body`, and which.
    scope    text not null check (scope in ('all', 'role', 'body')),
    of       text not null check ((of = '') = (scope = 'all')),
    since    date not null,
    until    date not null check (until >= since and until <= since + 366),
    reason   text not null check (char_length(reason) between 1 and 500),
    made_at  timestamptz not null,
    made_by  uuid not null,
    -- Taken back before its time.
    ended_at timestamptz
);

create index delegation_receiver on approvals.delegation (receiver, until);
create index delegation_giver on approvals.delegation (giver, until);
