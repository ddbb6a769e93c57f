-- A board asks: one act of asking is written down once, however often its button is pressed, and what is
-- changed about a request afterwards is kept beside what it was.

-- The number comes with the form that was filled in.
create table tenant.asking (
  tenant_id uuid not null,
  asking_id uuid not null,
  entry_id uuid not null,
  audit_id uuid not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  constraint asking_key primary key (tenant_id, asking_id),
  constraint asking_entry foreign key (tenant_id, entry_id)
    references tenant.register_entry (tenant_id, entry_id),
  constraint asking_audit foreign key (tenant_id, audit_id) references tenant.audit (tenant_id, audit_id),
  constraint asking_by foreign key (asked_by) references identity.person
);

-- Null: asked before there was a page for it.
alter table tenant.request add column asking_id uuid;
alter table tenant.request add constraint request_asking foreign key (tenant_id, asking_id)
  references tenant.asking (tenant_id, asking_id);
create index request_by_entry on tenant.request (tenant_id, entry_id) where entry_id is not null;

create table tenant.request_change (
  tenant_id uuid not null,
  request_id uuid not null,
  change_no integer not null,
  was_due_on date not null,
  was_state app.code not null,
  due_on date not null,
  state app.code not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  constraint request_change_key primary key (tenant_id, request_id, change_no),
  constraint request_change_request foreign key (tenant_id, request_id)
    references tenant.request (tenant_id, request_id),
  constraint request_change_by foreign key (changed_by) references identity.person,
  constraint request_change_says_something check (due_on <> was_due_on or state <> was_state)
);

do $$
declare
  name text;
begin
  foreach name in array array['asking', 'request_change'] loop
    execute format('alter table tenant.%I enable row level security', name);
    execute format('alter table tenant.%I force row level security', name);
    execute format('create policy %I on tenant.%I for select to scope_board using'
      ' (tenant_id = (select app.sealed_party(''board'')))', name || '_board_reads', name);
    execute format('create policy %I on tenant.%I for insert to scope_board with check'
      ' (tenant_id = (select app.sealed_party(''board'')))', name || '_board_adds', name);
    execute format('grant select, insert on tenant.%I to scope_board', name);
  end loop;
end $$;

-- When a board asked is a matter of business time, like every other date that it reads.
drop function tenancy.note_join(uuid, uuid, text, uuid);
create function tenancy.note_join(p_link_id uuid, p_entry_id uuid, p_name text, p_organisation_id uuid,
                                  p_at timestamptz)
returns void
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_board uuid := app.sealed_party('board');
begin
  delete from tenancy.join_request where asked_at < least(p_at, now()) - interval '1 year';
  if not exists (select from identity.link l where l.link_id = p_link_id and l.purpose = 'join'
                    and l.party_id = v_board and l.ref = p_entry_id) then
    raise exception 'there is no such invitation' using errcode = 'OR004';
  end if;
  insert into tenancy.join_request (link_id, board_id, entry_id, organisation_id, name, asked_at)
  values (p_link_id, v_board, p_entry_id, p_organisation_id, p_name, p_at);
end $$;
grant execute on function tenancy.note_join(uuid, uuid, text, uuid, timestamptz) to scope_board;
