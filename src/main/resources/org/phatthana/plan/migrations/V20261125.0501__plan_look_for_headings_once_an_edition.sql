-- That what an edition decided stands under headings of its plan is looked at once for each edition, at the end of the
-- transaction, instead of once for each version: a plan of 50,000 projects has a few dozen headings and one first edition.
alter table plan.version drop constraint version_plan_id_heading_fkey;

create function plan.find_headings() returns trigger language plpgsql as $$
declare
    missing int;
begin
    select v.heading into missing
    from plan.version v
    where v.plan_id = new.plan_id and v.edition = new.number
        and not exists (select from plan.heading h where h.plan_id = v.plan_id and h.ordinal = v.heading)
    limit 1;
    if found then
        raise exception 'The heading is not there: % of plan %', missing, new.plan_id using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;

create constraint trigger find_headings after insert or update on plan.edition
    deferrable initially deferred for each row when (new.state = 'announced') execute function plan.find_headings();

-- A heading stays as long as something stands under it.
create function plan.keep_heading() returns trigger language plpgsql as $$
begin
    if exists (select from plan.version where plan_id = old.plan_id and heading = old.ordinal) then
        raise exception 'The heading is needed: % of plan %', old.ordinal, old.plan_id using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;

create constraint trigger keep_heading after delete or update of plan_id, ordinal on plan.heading
    deferrable initially deferred for each row execute function plan.keep_heading();

-- A plan goes with all that it decided, if what it decided may go.
create function plan.take_versions() returns trigger language plpgsql as $$
begin
    delete from plan.version where plan_id = old.id;
    return old;
end $$;

create trigger take_versions before delete on plan.plan for each row execute function plan.take_versions();
