-- Accounts, the ways to sign in to them, their sessions, and the record of who did what, which nobody can change.
create schema people;

create table people.account (
    id                   uuid primary key,
    user_name            text not null unique check (user_name ~ '^[a-z0-9][a-z0-9._-]{1,38}[a-z0-9]$'),
    display_name         text not null check (char_length(display_name) between 1 and 120),
    email                text not null default '' check (char_length(email) <= 254),
    department           text not null default '' check (char_length(department) <= 120),
    enabled              boolean not null default true,
    -- An Argon2id hash with its parameters; null where one signs in by a provider only.
    password             text check (password like '$argon2id$%'),
    must_change_password boolean not null default false,
    -- Until when an initial password, which somebody else has seen, opens the account.
    password_expires_at  timestamptz,
    created_at           timestamptz not null,
    check (password_expires_at is null or must_change_password)
);

create table people.account_role (
    account uuid not null references people.account,
    role    text not null check (role in ('citizen', 'partner', 'officer', 'planner', 'budget-officer', 'executive',
                                          'council', 'auditor', 'administrator')),
    primary key (account, role)
);

create index account_role_role on people.account_role (role);

-- Who an OpenID Connect provider says that somebody is: its issuer and its own lasting word for the person.
create table people.account_link (
    issuer    text not null,
    subject   text not null,
    account   uuid not null references people.account,
    linked_at timestamptz not null,
    primary key (issuer, subject)
);

create table people.passkey (
    credential_id       bytea primary key,
    account             uuid not null references people.account,
    label               text not null check (char_length(label) between 1 and 60),
    public_key          bytea not null,
    signature_count     bigint not null check (signature_count >= 0),
    uv_initialized      boolean not null,
    backup_eligible     boolean not null,
    backup_state        boolean not null,
    transports          text not null,
    attestation_object  bytea not null,
    attestation_client  bytea not null,
    created_at          timestamptz not null,
    last_used_at        timestamptz not null
);

create index passkey_account on people.passkey (account);

create table people.token (
    id           uuid primary key,
    digest       bytea not null unique check (octet_length(digest) = 32),
    role         text not null check (role in ('citizen', 'partner', 'officer', 'planner', 'budget-officer', 'executive',
                                               'council', 'auditor', 'administrator')),
    label        text not null check (char_length(label) between 1 and 120),
    -- Who made it on a page; null where the command line did.
    made_by      uuid references people.account,
    created_at   timestamptz not null,
    expires_at   timestamptz not null check (expires_at > created_at),
    last_used_at timestamptz,
    revoked_at   timestamptz
);

create table people.act (
    id         bigint generated always as identity primary key,
    at         timestamptz not null,
    -- Who: an account, a token, or neither where nobody had signed in or the command line acted.
    account    uuid references people.account,
    token      uuid references people.token,
    capacity   text not null,
    kind       text not null check (kind ~ '^[a-z-]+\.[a-z-]+$'),
    subject    text not null check (subject like '/%' and char_length(subject) <= 300),
    -- Whom it is about, where that is an account.
    about      uuid references people.account,
    details    jsonb not null default '{}'
);

create index act_at on people.act (at);
create index act_account on people.act (account, id);
create index act_about on people.act (about, id);
create index act_kind on people.act (kind, id);

create function people.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'The record of who did what is append-only: % is refused', tg_op;
end $$;

create trigger act_is_append_only before update or delete or truncate on people.act
    for each statement execute function people.refuse_change();

-- The two tables of Spring Session, in its own shape.
create table people.session (
    primary_id            char(36) not null primary key,
    session_id            char(36) not null,
    creation_time         bigint not null,
    last_access_time      bigint not null,
    max_inactive_interval int not null,
    expiry_time           bigint not null,
    principal_name        varchar(100)
);

create unique index session_id on people.session (session_id);
create index session_expiry on people.session (expiry_time);
create index session_principal on people.session (principal_name);

create table people.session_attributes (
    session_primary_id char(36) not null references people.session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea not null,
    primary key (session_primary_id, attribute_name)
);
