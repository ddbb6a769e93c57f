-- Submissions: frozen. What every board may get, apart from what one board alone may get.
create table tenant.submission (
  tenant_id uuid not null,
  submission_id uuid not null default gen_random_uuid(),
  unit_id uuid not null,
  scope text[],
  framework_code app.code not null,
  framework_version app.version not null,
  snapshot_hash app.sha256 not null,
  authorised_name app.line not null,
  authorised_position app.line not null,
  statement app.paragraph not null,
  authorised_by uuid not null,
  submitted_at timestamptz not null default now(),
  constraint submission_key primary key (tenant_id, submission_id),
  constraint submission_unit foreign key (tenant_id, unit_id) references tenant.unit (tenant_id, unit_id),
  constraint submission_framework foreign key (framework_code, framework_version)
    references catalogue.framework_version (framework_code, version),
  constraint submission_authorised_by foreign key (authorised_by) references identity.person,
  constraint submission_scope_few check (cardinality(scope) <= 500)
);
create index submission_by_time on tenant.submission (tenant_id, submitted_at);

create table tenant.submission_answer (
  tenant_id uuid not null,
  submission_id uuid not null,
  requirement_code app.code not null,
  answer_version app.version not null,
  level app.level,
  na_reason app.paragraph,
  modification_reason app.paragraph,
  confirmed_by app.line,
  confirmed_on date,
  constraint submission_answer_key primary key (tenant_id, submission_id, requirement_code),
  constraint submission_answer_submission foreign key (tenant_id, submission_id)
    references tenant.submission (tenant_id, submission_id),
  constraint submission_answer_requirement foreign key (requirement_code) references catalogue.requirement
);

create table tenant.submission_text (
  tenant_id uuid not null,
  submission_id uuid not null,
  requirement_code app.code not null,
  role app.code not null,
  facet_key text not null default '',
  text app.paragraph not null,
  constraint submission_text_key primary key (tenant_id, submission_id, requirement_code, role, facet_key),
  constraint submission_text_answer foreign key (tenant_id, submission_id, requirement_code)
    references tenant.submission_answer (tenant_id, submission_id, requirement_code),
  constraint submission_text_role check (role in ('describes', 'knows', 'improve')),
  constraint submission_text_facet_length check (char_length(facet_key) <= 64)
);

create table tenant.submission_part (
  tenant_id uuid not null,
  submission_id uuid not null,
  requirement_code app.code not null,
  facet_code app.code not null,
  low app.level not null,
  high app.level not null,
  constraint submission_part_key primary key (tenant_id, submission_id, requirement_code, facet_code),
  constraint submission_part_interval check (low <= high),
  constraint submission_part_answer foreign key (tenant_id, submission_id, requirement_code)
    references tenant.submission_answer (tenant_id, submission_id, requirement_code)
);

create table tenant.submission_commitment (
  tenant_id uuid not null,
  submission_id uuid not null,
  commitment_id uuid not null,
  commitment_version app.version not null,
  board_id uuid,
  what app.paragraph not null,
  how app.paragraph not null,
  lead app.line not null,
  by_on date,
  area app.line not null,
  change app.paragraph not null,
  progress app.paragraph not null,
  evidence app.paragraph not null,
  risks app.paragraph not null,
  constraint submission_commitment_key primary key (tenant_id, submission_id, commitment_id),
  constraint submission_commitment_submission foreign key (tenant_id, submission_id)
    references tenant.submission (tenant_id, submission_id),
  constraint submission_commitment_commitment foreign key (tenant_id, commitment_id)
    references tenant.commitment (tenant_id, commitment_id)
);

create table tenant.submission_commitment_subject (
  tenant_id uuid not null,
  submission_id uuid not null,
  commitment_id uuid not null,
  subject_no integer not null,
  board_id uuid,
  requirement_code app.code,
  request_id uuid,
  item_no app.code,
  constraint submission_commitment_subject_key
    primary key (tenant_id, submission_id, commitment_id, subject_no),
  constraint submission_commitment_subject_commitment foreign key (tenant_id, submission_id, commitment_id)
    references tenant.submission_commitment (tenant_id, submission_id, commitment_id)
);

create table tenant.submission_box (
  tenant_id uuid not null,
  submission_id uuid not null,
  board_id uuid not null,
  line_no integer not null,
  request_id uuid,
  kind app.code not null,
  box_no app.code,
  requirement_code app.code,
  role app.code,
  subject app.line,
  text app.paragraph not null default '',
  level app.level,
  point app.code,
  na_reason app.paragraph,
  reason app.paragraph,
  by_on date,
  chosen_by app.line,
  source_version app.version,
  constraint submission_box_key primary key (tenant_id, submission_id, board_id, line_no),
  constraint submission_box_submission foreign key (tenant_id, submission_id)
    references tenant.submission (tenant_id, submission_id),
  constraint submission_box_joined foreign key (board_id, tenant_id)
    references tenancy.connection (board_id, agency_id),
  constraint submission_box_kind check (kind in
    ('local', 'direct', 'residual', 'choice', 'override', 'detail', 'explanation', 'promise'))
);

create table tenant.submission_evidence (
  tenant_id uuid not null,
  submission_id uuid not null,
  board_id uuid not null,
  line_no integer not null,
  evidence_id uuid not null,
  evidence_version app.version not null,
  requirement_code app.code,
  request_id uuid,
  box_no app.code,
  title app.line not null,
  kept_where app.paragraph,
  blob_sha256 app.sha256,
  constraint submission_evidence_key primary key (tenant_id, submission_id, board_id, line_no),
  constraint submission_evidence_submission foreign key (tenant_id, submission_id)
    references tenant.submission (tenant_id, submission_id),
  constraint submission_evidence_evidence foreign key (tenant_id, evidence_id, evidence_version)
    references tenant.evidence_version (tenant_id, evidence_id, version),
  constraint submission_evidence_granted foreign key (tenant_id, evidence_id, board_id)
    references tenant.evidence_grant (tenant_id, evidence_id, board_id)
);

create table tenant.idempotency (
  tenant_id uuid not null,
  key app.line not null,
  route app.line not null,
  body_sha256 app.sha256 not null,
  answer app.document,
  at timestamptz not null default now(),
  constraint idempotency_key primary key (tenant_id, key),
  constraint idempotency_tenant foreign key (tenant_id) references tenancy.party
);

-- Way, template and mapping are frozen with the submission: a retry renders what was signed.
create table tenant.delivery (
  tenant_id uuid not null,
  submission_id uuid not null,
  request_id uuid not null,
  board_id uuid not null,
  channel app.code not null default 'service',
  way app.code not null,
  template_code app.code not null,
  template_version app.version not null,
  framework_code app.code,
  framework_version app.version,
  mapping_version app.version,
  state app.code not null default 'queued',
  result_hash app.sha256,
  return_id uuid,
  version_no app.version,
  delivered_at timestamptz,
  constraint delivery_key primary key (tenant_id, submission_id, request_id),
  constraint delivery_submission foreign key (tenant_id, submission_id)
    references tenant.submission (tenant_id, submission_id),
  constraint delivery_was_asked_for foreign key (board_id, request_id, tenant_id)
    references tenant.request (tenant_id, request_id, agency_id),
  constraint delivery_return_version foreign key (board_id, return_id, version_no, tenant_id)
    references tenant.return_version (tenant_id, return_id, version_no, agency_id),
  constraint delivery_template foreign key (template_code, template_version)
    references catalogue.template_version (template_code, version),
  constraint delivery_mapping
    foreign key (template_code, template_version, framework_code, framework_version, mapping_version)
    references catalogue.mapping_version
      (template_code, template_version, framework_code, framework_version, version),
  constraint delivery_way check (way in ('canonical', 'own_form')),
  constraint delivery_channel check (channel in ('service', 'document')),
  constraint delivery_state check (state in ('queued', 'delivered', 'withdrawn')),
  constraint delivery_delivered_whole check ((state = 'delivered') = (delivered_at is not null)
    and (state = 'delivered') = (result_hash is not null))
) with (fillfactor = 85);
create index delivery_by_request on tenant.delivery (tenant_id, request_id);

create table tenant.action_link (
  tenant_id uuid not null,
  commitment_id uuid not null,
  board_id uuid not null,
  action_id uuid not null,
  constraint action_link_key primary key (tenant_id, commitment_id, board_id, action_id),
  constraint action_link_commitment foreign key (tenant_id, commitment_id)
    references tenant.commitment (tenant_id, commitment_id),
  constraint action_link_action foreign key (board_id, action_id, tenant_id)
    references tenant.action (tenant_id, action_id, agency_id)
);

alter table tenant.return_version add constraint return_version_submission
  foreign key (agency_id, submission_id) references tenant.submission (tenant_id, submission_id);
alter table tenant.return_version add constraint return_version_submission_has_an_agency
  check (submission_id is null or agency_id is not null);

-- The trail of both kinds of party. Written in the causing transaction, chained later by a job.
-- No foreign keys: party and person come from the seal, and this is written at every save.
-- Only a digest of the personal payload is chained, so that its erasure breaks nothing.
create table tenant.audit_entry (
  tenant_id uuid not null,
  entry_no bigint not null generated always as identity,
  at timestamptz not null default now(),
  person_id uuid,
  role app.code,
  job_id uuid,
  what app.code not null,
  subject_kind app.code not null default '',
  subject_ref app.line not null default '',
  facts jsonb not null default '{}',
  payload app.paragraph,
  payload_salt bytea,
  payload_digest app.sha256,
  request_ref app.line,
  constraint audit_entry_key primary key (tenant_id, entry_no),
  constraint audit_entry_by_somebody check (person_id is not null or job_id is not null),
  constraint audit_entry_salt_length check (octet_length(payload_salt) = 16),
  constraint audit_entry_facts_small check (pg_column_size(facts) <= 8192)
);

create table tenant.audit_seal (
  tenant_id uuid not null,
  chain_no bigint not null,
  entry_no bigint not null,
  hash app.sha256 not null,
  sealed_at timestamptz not null default now(),
  constraint audit_seal_key primary key (tenant_id, chain_no),
  constraint audit_seal_entry_once unique (tenant_id, entry_no),
  constraint audit_seal_entry foreign key (tenant_id, entry_no)
    references tenant.audit_entry (tenant_id, entry_no),
  constraint audit_seal_positive check (chain_no >= 1)
);
