-- What was sent under a key, as a digest: whoever mended it before the answer came has not sent the same again.
alter table registers.sent add column digest text not null default '';
alter table registers.sent alter column digest drop default;
