-- An account is linked to persons at providers by its owner too: who that is there, and at most one of each provider.
alter table people.account_link add column name text not null default '' check (char_length(name) <= 120);

create unique index account_link_account on people.account_link (account, issuer);
