-- What an edition decided, what it followed, and what became of merged and split projects are asked for on public pages.
-- The first edition decided of nearly all projects, so that the plan in its order serves it.
create index version_of_edition on plan.version (plan_id, edition) where edition > 0;
create index version_followed on plan.version (plan_id, next_edition) where next_edition is not null;
create index version_merged on plan.version (merged_into) where merged_into is not null;
create index version_split on plan.version (split_from) where split_from is not null;
