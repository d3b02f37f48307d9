-- What a phone sent of a figure, by the key that it made: the same sent again is not recorded again.
create table registers.sent_figure (
    key           uuid primary key,
    account       uuid not null,
    -- Over all that was sent: whoever mended it before the answer came has not sent the same again.
    digest        text not null,
    -- What stood afterwards.
    number        bigint not null references registers.observation
);
