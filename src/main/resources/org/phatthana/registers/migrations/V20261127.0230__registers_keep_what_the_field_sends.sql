-- What a phone sent from the field, by the key that it made: the same sent again is not recorded again.
create table registers.sent (
    key           uuid primary key,
    account       uuid not null,
    entry         text not null,
    version       integer not null,
    foreign key (entry, version) references registers.version (entry, number)
);

-- Photographs of an entry, in the order in which they came.
create table registers.photograph (
    number        bigint generated always as identity primary key,
    entry         text not null,
    version       integer not null,
    file          text not null unique,
    foreign key (entry, version) references registers.version (entry, number)
);

create index photograph_of_entry on registers.photograph (entry, number);
