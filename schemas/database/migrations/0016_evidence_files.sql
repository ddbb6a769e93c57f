-- Evidence as files: one row for each content that an agency keeps, what the virus check said of it, and
-- a board's wish to see a piece that is available on request.

-- The check is of a content, not of a piece: two pieces may be the same file.
alter table tenant.evidence drop column scan;
alter table tenant.evidence add column names_reason app.paragraph;
alter table tenant.evidence_version add column names_reason app.paragraph;

create table tenant.evidence_blob (
  tenant_id uuid not null,
  blob_sha256 app.sha256 not null,
  blob_id uuid not null default gen_random_uuid(),
  size_bytes bigint not null,
  media_type app.line not null,
  scan app.code not null default 'pending',
  found app.line,
  stored_at timestamptz not null default now(),
  scanned_at timestamptz,
  constraint evidence_blob_key primary key (tenant_id, blob_sha256),
  constraint evidence_blob_once unique (tenant_id, blob_id),
  constraint evidence_blob_tenant foreign key (tenant_id) references tenancy.party,
  constraint evidence_blob_scan check (scan in ('pending', 'clean', 'blocked')),
  constraint evidence_blob_size check (size_bytes between 1 and 26214400),
  constraint evidence_blob_found check (found is null or scan = 'blocked')
);
alter table tenant.evidence add constraint evidence_blob_kept
  foreign key (tenant_id, blob_sha256) references tenant.evidence_blob (tenant_id, blob_sha256);
alter table tenant.evidence_version add constraint evidence_version_blob_kept
  foreign key (tenant_id, blob_sha256) references tenant.evidence_blob (tenant_id, blob_sha256);

alter table tenant.evidence_blob enable row level security;
alter table tenant.evidence_blob force row level security;
create policy evidence_blob_agency_reads on tenant.evidence_blob for select to scope_agency
  using (tenant_id = (select app.sealed_party('agency')));
create policy evidence_blob_agency_adds on tenant.evidence_blob for insert to scope_agency
  with check (tenant_id = (select app.sealed_party('agency')));
create policy evidence_blob_agency_changes on tenant.evidence_blob for update to scope_agency
  using (tenant_id = (select app.sealed_party('agency')))
  with check (tenant_id = (select app.sealed_party('agency')));
grant select, insert on tenant.evidence_blob to scope_agency;
grant update (scan, found, scanned_at) on tenant.evidence_blob to scope_agency;
grant update (received_at, names_reason) on tenant.evidence to scope_agency;

-- A board asks for a piece that it was told of; the agency answers with a file, or with words.
create table tenant.return_evidence_ask (
  tenant_id uuid not null,
  ask_id uuid not null default gen_random_uuid(),
  agency_id uuid not null,
  return_id uuid not null,
  version_no app.version not null,
  evidence_no integer not null,
  words app.paragraph not null default '',
  asked_by uuid not null,
  asked_at timestamptz not null default now(),
  state app.code not null default 'open',
  answer app.paragraph,
  blob_sha256 app.sha256,
  answered_at timestamptz,
  constraint return_evidence_ask_key primary key (tenant_id, ask_id),
  constraint return_evidence_ask_piece foreign key (tenant_id, return_id, version_no, evidence_no)
    references tenant.return_evidence (tenant_id, return_id, version_no, evidence_no),
  constraint return_evidence_ask_joined foreign key (tenant_id, agency_id)
    references tenancy.connection (board_id, agency_id),
  constraint return_evidence_ask_by foreign key (asked_by) references identity.person,
  constraint return_evidence_ask_state check (state in ('open', 'given', 'declined')),
  constraint return_evidence_ask_given check ((state = 'given') = (blob_sha256 is not null)),
  constraint return_evidence_ask_answered check ((state = 'open') = (answered_at is null))
);
create unique index return_evidence_ask_open_once on tenant.return_evidence_ask
  (tenant_id, return_id, version_no, evidence_no) where state = 'open';
create index return_evidence_ask_of_agency on tenant.return_evidence_ask (agency_id, tenant_id);

alter table tenant.return_evidence_ask enable row level security;
alter table tenant.return_evidence_ask force row level security;
create policy return_evidence_ask_board_reads on tenant.return_evidence_ask for select to scope_board
  using (tenant_id = (select app.sealed_party('board')));
create policy return_evidence_ask_board_adds on tenant.return_evidence_ask for insert to scope_board
  with check (tenant_id = (select app.sealed_party('board')));
create policy return_evidence_ask_agency_reads on tenant.return_evidence_ask for select to scope_agency
  using (agency_id = (select app.sealed_party('agency')));
create policy return_evidence_ask_agency_changes on tenant.return_evidence_ask for update to scope_agency
  using (agency_id = (select app.sealed_party('agency')))
  with check (agency_id = (select app.sealed_party('agency')));
grant select on tenant.return_evidence_ask to scope_board;
grant insert (tenant_id, agency_id, return_id, version_no, evidence_no, words, asked_by)
  on tenant.return_evidence_ask to scope_board;
-- Not who asked: the agency answers the board.
grant select (tenant_id, ask_id, agency_id, return_id, version_no, evidence_no, words, asked_at, state,
  answer, blob_sha256, answered_at) on tenant.return_evidence_ask to scope_agency;
grant update (state, answer, blob_sha256, answered_at) on tenant.return_evidence_ask to scope_agency;

-- The number of a submission and of a piece is the same in every board's copy: two boards that compare
-- theirs would learn that they were answered together. So no board, and no borrower, reads them.
do $$
declare
  r record;
begin
  for r in select * from (values
    ('return_version', array['submission_id'], array['scope_board', 'scope_share', 'scope_sight']),
    ('return_evidence', array['evidence_id', 'evidence_version'], array['scope_board'])
  ) as v (name, hidden, roles) loop
    execute format('revoke select on tenant.%I from %s', r.name, array_to_string(r.roles, ', '));
    execute format('grant select (%s) on tenant.%I to %s',
      (select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a
        where a.attrelid = ('tenant.' || quote_ident(r.name))::regclass and a.attnum > 0
          and not a.attisdropped and a.attname <> all (r.hidden)),
      r.name, array_to_string(r.roles, ', '));
  end loop;
end $$;
