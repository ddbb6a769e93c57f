-- What a board opened of an agency's returns, for that agency to read: the board, the role and when, not who.
create table tenant.return_opening (
  tenant_id uuid not null,
  opening_id uuid not null default gen_random_uuid(),
  agency_id uuid not null,
  return_id uuid not null,
  version_no app.version not null,
  what app.code not null,
  role app.code not null default app.role(),
  opened_by uuid not null default app.person(),
  opened_at timestamptz not null default now(),
  constraint return_opening_key primary key (tenant_id, opening_id),
  constraint return_opening_version foreign key (tenant_id, return_id, version_no, agency_id)
    references tenant.return_version (tenant_id, return_id, version_no, agency_id),
  constraint return_opening_joined foreign key (tenant_id, agency_id)
    references tenancy.connection (board_id, agency_id),
  constraint return_opening_by foreign key (opened_by) references identity.person,
  constraint return_opening_what check (what in ('return', 'evidence_list'))
);
create index return_opening_of_agency on tenant.return_opening (agency_id, opened_at, opening_id);
alter table tenant.return_opening enable row level security;
alter table tenant.return_opening force row level security;

create policy return_opening_board_reads on tenant.return_opening for select to scope_board
  using (tenant_id = (select app.sealed_party('board')));
create policy return_opening_board_adds on tenant.return_opening for insert to scope_board
  with check (tenant_id = (select app.sealed_party('board')));
create policy return_opening_agency_reads on tenant.return_opening for select to scope_agency
  using (agency_id = (select app.sealed_party('agency')) and exists (select from tenant.return r
         where r.tenant_id = return_opening.tenant_id and r.return_id = return_opening.return_id));
grant select, insert on tenant.return_opening to scope_board;
grant select (tenant_id, opening_id, agency_id, return_id, version_no, what, role, opened_at)
  on tenant.return_opening to scope_agency;

alter table tenant.return_evidence_opening add column role app.code default app.role();
grant select (role) on tenant.return_evidence_opening to scope_agency;
drop index tenant.return_evidence_opening_of_agency;
create index return_evidence_opening_of_agency
  on tenant.return_evidence_opening (agency_id, opened_at, opening_id);

-- A trail is read from its newest entry, between two days.
create index audit_entry_by_time on tenant.audit_entry (tenant_id, at, entry_no);

call app.cover_merge();
