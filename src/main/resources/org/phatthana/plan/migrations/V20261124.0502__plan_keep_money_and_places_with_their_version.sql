-- A version's money and places are values of it, as its name is: they never change without a new version and are never asked
-- for without it. Kept inside, they need no rows and references of their own, which were most of what taking in a plan cost.
-- A project is the story of its versions. A heading is known by its place in its plan, so that projects can be written before
-- their headings, in the order in which a workbook has them.
alter table plan.version
    add column plan_id          text,
    add column heading          int,
    add column years            int[]     not null default '{}',
    add column satang           bigint[]  not null default '{}',
    -- What the ordinance of the year gave; null where nothing is known of it.
    add column ordinance_satang bigint[]  not null default '{}',
    add column places           text[]    not null default '{}',
    -- What a text names without saying which of several places is kept as uncertain and never counted.
    add column places_certain   boolean[] not null default '{}',
    add column places_found_as  text[]    not null default '{}';

update plan.version v set plan_id = h.plan_id, heading = h.ordinal from plan.heading h where h.id = v.heading_id;

update plan.version v
set years = a.years, satang = a.satang, ordinance_satang = a.ordinance_satang
from (select project_id, edition, array_agg(year order by year) as years, array_agg(satang order by year) as satang,
          array_agg(ordinance_satang order by year) as ordinance_satang
      from plan.amount group by project_id, edition) a
where a.project_id = v.project_id and a.edition = v.edition;

update plan.version v
set places = w.places, places_certain = w.certain, places_found_as = w.found_as
from (select project_id, edition, array_agg(place order by place) as places,
          array_agg(is_certain order by place) as certain, array_agg(found_as order by place) as found_as
      from plan.project_place group by project_id, edition) w
where w.project_id = v.project_id and w.edition = v.edition;

drop table plan.amount;
drop table plan.project_place;
drop index plan.version_goal;

alter table plan.version drop column heading_id;
alter table plan.heading
    drop constraint heading_pkey,
    drop constraint heading_plan_id_ordinal_key,
    drop column id,
    add primary key (plan_id, ordinal);

alter table plan.version
    alter column plan_id set not null,
    alter column heading set not null,
    add foreign key (plan_id, heading) references plan.heading on delete cascade deferrable initially deferred,
    alter column years drop default,
    alter column satang drop default,
    alter column ordinance_satang drop default,
    alter column places drop default,
    alter column places_certain drop default,
    alter column places_found_as drop default,
    add check (cardinality(years) = cardinality(satang) and cardinality(years) = cardinality(ordinance_satang)),
    add check (2490 <= all (years) and 2699 >= all (years)),
    add check (0 <= all (satang)),
    add check (0 <= all (ordinance_satang)),
    add check (cardinality(places) = cardinality(places_certain) and cardinality(places) = cardinality(places_found_as)),
    add check (project_id ~ '^[0-9a-z]{26}$'),
    drop constraint version_project_id_fkey;

drop table plan.project;

create index version_heading on plan.version (plan_id, heading);
