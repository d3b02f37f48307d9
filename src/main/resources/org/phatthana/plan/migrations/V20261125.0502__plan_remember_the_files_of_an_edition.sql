-- The files that an edition was filled from: one that is handed in twice is recognised.
create table plan.edition_file (
    plan_id       text not null,
    edition       int not null,
    sha256        text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    file_name     text not null,
    taken_at      timestamptz not null,
    primary key (plan_id, edition, sha256),
    foreign key (plan_id, edition) references plan.edition on delete cascade
);
