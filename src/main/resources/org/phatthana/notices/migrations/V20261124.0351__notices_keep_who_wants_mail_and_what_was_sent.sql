-- Who wants what waits for them by e-mail, and which digests have gone out.
create schema notices;

create table notices.preference (
    account          uuid primary key,
    frequency        text not null default 'none' check (frequency in ('none', 'daily', 'weekly')),
    language         text not null check (language ~ '^[a-z]{2,3}$'),
    -- The verified address; empty for none.
    email            text not null default '' check (char_length(email) <= 254),
    -- An address that is not verified yet, and the SHA-256 of the token that its owner has been sent.
    pending          text not null default '' check (char_length(pending) <= 254),
    token            bytea unique check (octet_length(token) = 32),
    token_expires_at timestamptz,
    token_sent_at    timestamptz,
    check ((pending <> '') = (token is not null) and (token is not null) = (token_expires_at is not null))
);

-- One morning's digest for one account. A row is claimed before anything is sent, so that nothing is sent twice.
create table notices.digest (
    account     uuid not null,
    day         date not null,
    state       text not null check (state in ('claimed', 'sent', 'empty', 'failed')),
    attempts    int not null check (attempts >= 1),
    claimed_at  timestamptz not null,
    finished_at timestamptz,
    failure     text check ((failure is not null) = (state = 'failed') and char_length(failure) <= 500),
    primary key (account, day)
);

create index digest_state on notices.digest (state, claimed_at);
