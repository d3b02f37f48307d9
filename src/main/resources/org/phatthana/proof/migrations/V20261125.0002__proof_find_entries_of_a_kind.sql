-- Rooms that reckon from acts of some kinds, such as the statutory clock, read on from where they were.
create index entry_kind on proof.entry (kind, position);
