-- What each file is, who handed it in, and what was decided about it since. The bytes lie in the store, found by their digest.
create schema files;

create table files.file (
    id         text primary key check (id ~ '^[0-9a-hjkmnp-tv-z]{26}$'),
    -- Of the bytes as they are kept: a photograph's are those that were made anew.
    sha256     text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    media_type text not null check (media_type in (
        'application/pdf', 'image/jpeg', 'image/png', 'text/csv', 'text/plain', 'application/geo+json',
        'application/vnd.google-earth.kml+xml', 'application/vnd.oasis.opendocument.text',
        'application/vnd.oasis.opendocument.spreadsheet',
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')),
    bytes      bigint not null check (bytes > 0),
    name       text not null check (char_length(name) between 1 and 130),
    title      jsonb check (title ? 'th'),
    -- Whose account or token it was; null for citizens who had not signed in and for the program itself.
    account    uuid,
    capacity   text not null check (capacity <> ''),
    of_staff   boolean not null,
    at         timestamptz not null,
    is_sample  boolean not null,
    -- Of images only, in pixels.
    width      int check (width > 0),
    height     int check (height > 0),
    -- What the camera knew, in degrees of WGS 84. Of a citizen's photograph it is never kept.
    taken_at   timestamptz,
    latitude   double precision check (latitude between -90 and 90),
    longitude  double precision check (longitude between -180 and 180),
    check ((media_type like 'image/%') = (width is not null)),
    check ((width is null) = (height is null)),
    check ((latitude is null) = (longitude is null)),
    check (of_staff or (latitude is null and taken_at is null)),
    check (width is not null or (latitude is null and taken_at is null))
);

-- Who asks for a content by its digest finds every file that has it.
create index file_sha256 on files.file (sha256);

-- Smaller copies of an image.
create table files.size (
    file       text not null references files.file on delete cascade,
    width      int not null check (width > 0),
    height     int not null check (height > 0),
    media_type text not null check (media_type in ('image/jpeg', 'image/png')),
    sha256     text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    bytes      bigint not null check (bytes > 0),
    primary key (file, width)
);

-- A file is public from the act that publishes it to the act that withdraws it; without the first it is for the staff alone.
create table files.act (
    file       text not null references files.file on delete cascade,
    kind       text not null check (kind in ('published', 'withdrawn')),
    at         timestamptz not null,
    account    uuid,
    capacity   text not null check (capacity <> ''),
    reason     text not null check (char_length(reason) <= 1000),
    primary key (file, kind),
    check ((kind = 'withdrawn') = (reason <> ''))
);

create function files.refuse_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        if tg_table_name = 'file' then
            if old.is_sample then
                return old;
            end if;
        elsif not exists (select from files.file where id = old.file) then
            -- It goes with its sample file.
            return old;
        end if;
    end if;
    raise exception 'The records of files are append-only: % is refused', tg_op using errcode = 'check_violation';
end $$;

create trigger file_is_append_only before update or delete on files.file
    for each row execute function files.refuse_change();
create trigger size_is_append_only before update or delete on files.size
    for each row execute function files.refuse_change();
create trigger act_is_append_only before update or delete on files.act
    for each row execute function files.refuse_change();

create function files.refuse_truncate() returns trigger language plpgsql as $$
begin
    raise exception 'The records of files are append-only: % is refused', tg_op using errcode = 'check_violation';
end $$;

create trigger file_is_never_emptied before truncate on files.file
    for each statement execute function files.refuse_truncate();
create trigger size_is_never_emptied before truncate on files.size
    for each statement execute function files.refuse_truncate();
create trigger act_is_never_emptied before truncate on files.act
    for each statement execute function files.refuse_truncate();

create function files.refuse_after_withdrawal() returns trigger language plpgsql as $$
begin
    -- One after the other, so that neither of two at a time overlooks the other.
    perform from files.file where id = new.file for no key update;
    if new.kind = 'published' and exists (select from files.act where file = new.file and kind = 'withdrawn') then
        raise exception 'The file % was withdrawn', new.file using errcode = 'check_violation';
    end if;
    return new;
end $$;

create trigger withdrawn_is_final before insert on files.act
    for each row execute function files.refuse_after_withdrawal();
