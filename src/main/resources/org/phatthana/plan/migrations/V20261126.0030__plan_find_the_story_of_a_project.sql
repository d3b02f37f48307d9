-- A project's line in time asks which drafts and which rows of operation plans were ever about it.
create index draft_of_project on plan.draft (project_id);
create index activity_of_project on plan.activity (project_id) where project_id is not null;
