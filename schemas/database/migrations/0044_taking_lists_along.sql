-- Taking a list along is a right of its own: a board's manager has it, anybody else of the board while a
-- manager says so. What was given and taken back stays to be read.
create table tenant.export_right (
  tenant_id uuid not null,
  right_id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  granted_by uuid not null default app.person(),
  granted_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  constraint export_right_key primary key (tenant_id, right_id),
  constraint export_right_tenant foreign key (tenant_id) references tenancy.party,
  constraint export_right_person foreign key (person_id) references identity.person,
  constraint export_right_granted_by foreign key (granted_by) references identity.person,
  constraint export_right_ended_by foreign key (ended_by) references identity.person,
  constraint export_right_ended_whole check ((ended_by is null) = (ended_at is null))
);
create unique index export_right_stands_once on tenant.export_right (tenant_id, person_id)
  where ended_at is null;
alter table tenant.export_right enable row level security;
alter table tenant.export_right force row level security;
create policy export_right_board_reads on tenant.export_right for select to scope_board
  using (tenant_id = (select app.sealed_party('board')));
create policy export_right_board_adds on tenant.export_right for insert to scope_board
  with check (tenant_id = (select app.sealed_party('board')));
create policy export_right_board_changes on tenant.export_right for update to scope_board
  using (tenant_id = (select app.sealed_party('board')))
  with check (tenant_id = (select app.sealed_party('board')));
grant select, insert on tenant.export_right to scope_board;
grant update (ended_by, ended_at) on tenant.export_right to scope_board;

-- Whoever enters without a lender has none: asked by a policy, that is nothing and no fault.
do $$
declare
  v_body text := pg_get_functiondef('app.sealed_source(text)'::regprocedure);
  v_from text := 'split_part(v_scope, ''|'', 6)::uuid';
begin
  if position(v_from in v_body) = 0 then
    raise exception 'sealed_source is not as it was';
  end if;
  execute replace(v_body, v_from, 'nullif(split_part(v_scope, ''|'', 6), '''')::uuid');
end $$;

call app.cover_merge();
