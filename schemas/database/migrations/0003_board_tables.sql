-- The board's tenant. agency_id on a row says which agency may see its side of it.

-- The agency's units come first, since requests point at them.
create table tenant.unit (
  tenant_id uuid not null,
  unit_id uuid not null default gen_random_uuid(),
  parent_unit_id uuid,
  organisation_id uuid,
  name app.line not null,
  constraint unit_key primary key (tenant_id, unit_id),
  constraint unit_tenant foreign key (tenant_id) references tenancy.party,
  constraint unit_parent foreign key (tenant_id, parent_unit_id) references tenant.unit (tenant_id, unit_id),
  constraint unit_organisation foreign key (organisation_id) references directory.organisation,
  constraint unit_is_not_its_own_parent check (parent_unit_id <> unit_id)
);
create unique index unit_one_root on tenant.unit (tenant_id) where parent_unit_id is null;

alter table identity.membership add constraint membership_unit
  foreign key (party_id, unit_id) references tenant.unit (tenant_id, unit_id);

create table tenant.register_entry (
  tenant_id uuid not null,
  entry_id uuid not null default gen_random_uuid(),
  organisation_id uuid,
  name app.line not null,
  agency_id uuid,
  unit_id uuid,
  type app.code not null,
  own_ref app.code not null default '',
  from_on date not null,
  to_on date,
  constraint register_entry_key primary key (tenant_id, entry_id),
  constraint register_entry_tenant foreign key (tenant_id) references tenancy.party,
  constraint register_entry_organisation foreign key (organisation_id) references directory.organisation,
  constraint register_entry_joined foreign key (tenant_id, agency_id)
    references tenancy.connection (board_id, agency_id),
  constraint register_entry_unit foreign key (agency_id, unit_id) references tenant.unit (tenant_id, unit_id),
  constraint register_entry_unit_needs_agency check (unit_id is null or agency_id is not null),
  constraint register_entry_ends_after_start check (to_on is null or to_on >= from_on)
);
create index register_entry_by_agency on tenant.register_entry (tenant_id, agency_id);

create table tenant.audit (
  tenant_id uuid not null,
  audit_id uuid not null default gen_random_uuid(),
  kind app.code not null,
  title app.line not null,
  template_code app.code not null,
  template_version app.version not null,
  period app.code not null,
  opens_on date,
  constraint audit_key primary key (tenant_id, audit_id),
  constraint audit_tenant foreign key (tenant_id) references tenancy.party,
  constraint audit_template foreign key (template_code, template_version)
    references catalogue.template_version (template_code, version)
);

-- Title, kind and period are repeated from the audit, so that the agency sees them without seeing the audit.
create table tenant.request (
  tenant_id uuid not null,
  request_id uuid not null default gen_random_uuid(),
  audit_id uuid not null,
  entry_id uuid,
  agency_id uuid,
  unit_id uuid,
  template_code app.code not null,
  template_version app.version not null,
  kind app.code not null,
  title app.line not null,
  period app.code not null,
  subject_kind app.code not null default 'agency',
  subject_ref app.line,
  due_on date not null,
  parts text[],
  state app.code not null default 'open',
  asked_at timestamptz not null default now(),
  constraint request_key primary key (tenant_id, request_id),
  constraint request_of_agency_key unique (tenant_id, request_id, agency_id),
  constraint request_tenant foreign key (tenant_id) references tenancy.party,
  constraint request_audit foreign key (tenant_id, audit_id) references tenant.audit (tenant_id, audit_id),
  constraint request_entry foreign key (tenant_id, entry_id)
    references tenant.register_entry (tenant_id, entry_id),
  constraint request_joined foreign key (tenant_id, agency_id)
    references tenancy.connection (board_id, agency_id),
  constraint request_unit foreign key (agency_id, unit_id) references tenant.unit (tenant_id, unit_id),
  constraint request_template foreign key (template_code, template_version)
    references catalogue.template_version (template_code, version),
  constraint request_subject_kind check (subject_kind in ('agency', 'board', 'case', 'review')),
  constraint request_state check (state in ('open', 'closed', 'withdrawn')),
  constraint request_unit_needs_agency check (unit_id is null or agency_id is not null),
  constraint request_parts_few check (cardinality(parts) <= 200)
);
create index request_by_agency on tenant.request (agency_id, tenant_id) where agency_id is not null;
create index request_by_audit on tenant.request (tenant_id, audit_id, due_on);

create table tenant.return (
  tenant_id uuid not null,
  return_id uuid not null default gen_random_uuid(),
  request_id uuid not null,
  agency_id uuid,
  origin app.code not null,
  state app.code not null default 'received',
  latest_version app.version not null default 1,
  boxes_filled integer not null default 0,
  ratings_set integer not null default 0,
  ratings_chosen integer not null default 0,
  actions_open integer not null default 0,
  received_at timestamptz not null default now(),
  constraint return_key primary key (tenant_id, return_id),
  constraint return_of_agency_key unique (tenant_id, return_id, agency_id),
  constraint return_once_per_request unique (tenant_id, request_id),
  constraint return_request foreign key (tenant_id, request_id)
    references tenant.request (tenant_id, request_id),
  constraint return_request_of_agency foreign key (tenant_id, request_id, agency_id)
    references tenant.request (tenant_id, request_id, agency_id),
  constraint return_origin check (origin in ('fan_out', 'direct', 'transcribed', 'imported')),
  constraint return_state check (state in
    ('received', 'acknowledged', 'being_evaluated', 'evaluated', 'returned', 'signed_off', 'withdrawn'))
) with (fillfactor = 85);
create index return_by_agency on tenant.return (agency_id, tenant_id) where agency_id is not null;

create table tenant.return_version (
  tenant_id uuid not null,
  return_id uuid not null,
  version_no app.version not null,
  agency_id uuid,
  submission_id uuid,
  template_code app.code not null,
  template_version app.version not null,
  framework_code app.code,
  framework_version app.version,
  mapping_version app.version,
  hash app.sha256 not null,
  receipt_code app.line not null,
  delivered_at timestamptz not null default now(),
  accepted_at timestamptz,
  accepted_by uuid,
  box_count integer not null default 0,
  set_count integer not null default 0,
  chosen_count integer not null default 0,
  unanswered_count integer not null default 0,
  no_point_count integer not null default 0,
  na_count integer not null default 0,
  residual_count integer not null default 0,
  local_count integer not null default 0,
  constraint return_version_key primary key (tenant_id, return_id, version_no),
  constraint return_version_of_agency_key unique (tenant_id, return_id, version_no, agency_id),
  constraint return_version_once_per_submission unique (tenant_id, return_id, submission_id),
  constraint return_version_return foreign key (tenant_id, return_id)
    references tenant.return (tenant_id, return_id),
  constraint return_version_return_of_agency foreign key (tenant_id, return_id, agency_id)
    references tenant.return (tenant_id, return_id, agency_id),
  constraint return_version_template foreign key (template_code, template_version)
    references catalogue.template_version (template_code, version),
  constraint return_version_mapping
    foreign key (template_code, template_version, framework_code, framework_version, mapping_version)
    references catalogue.mapping_version
      (template_code, template_version, framework_code, framework_version, version),
  constraint return_version_accepted_by foreign key (accepted_by) references identity.person
);
create index return_version_by_agency on tenant.return_version (agency_id, tenant_id)
  where agency_id is not null;

create table tenant.return_box (
  tenant_id uuid not null,
  return_id uuid not null,
  version_no app.version not null,
  box_no app.code not null,
  position integer not null,
  agency_id uuid,
  text text,
  point app.code,
  state app.code not null,
  na_reason app.paragraph,
  digest app.sha256 not null,
  salt bytea,
  constraint return_box_key primary key (tenant_id, return_id, version_no, box_no),
  constraint return_box_version foreign key (tenant_id, return_id, version_no)
    references tenant.return_version (tenant_id, return_id, version_no),
  constraint return_box_composed_length check (char_length(text) <= 1000000),
  constraint return_box_salt_length check (octet_length(salt) = 16),
  constraint return_box_salt_goes_with_text check ((text is null) = (salt is null)),
  constraint return_box_state check (state in
    ('text', 'set', 'chosen', 'unanswered', 'no_point', 'na', 'board', 'detail', 'redacted'))
);
-- No index by agency: its statements name board and return, and this is the widest write of a delivery.

-- No key to the requirement: its code comes from the frozen answer, which has one.
create table tenant.box_source (
  tenant_id uuid not null,
  return_id uuid not null,
  version_no app.version not null,
  box_no app.code not null,
  source_no integer not null,
  agency_id uuid,
  kind app.code not null,
  requirement_code app.code,
  item_code app.code,
  answer_version app.version,
  confirmed_on date,
  rule app.line not null,
  interval_low app.level,
  interval_high app.level,
  chosen_by app.line,
  reason app.paragraph,
  constraint box_source_key primary key (tenant_id, return_id, version_no, box_no, source_no),
  constraint box_source_box foreign key (tenant_id, return_id, version_no, box_no)
    references tenant.return_box (tenant_id, return_id, version_no, box_no),
  constraint box_source_kind check (kind in ('answer', 'local', 'residual', 'direct', 'choice',
    'override', 'detail', 'evidence', 'commitment', 'same_as', 'rule')),
  constraint box_source_interval check (interval_low <= interval_high
    and (interval_low is null) = (interval_high is null))
);

create table tenant.return_evidence (
  tenant_id uuid not null,
  return_id uuid not null,
  version_no app.version not null,
  evidence_no integer not null,
  agency_id uuid,
  evidence_id uuid not null,
  evidence_version app.version not null,
  box_no app.code,
  title app.line not null,
  kept_where app.paragraph,
  blob_sha256 app.sha256,
  constraint return_evidence_key primary key (tenant_id, return_id, version_no, evidence_no),
  constraint return_evidence_version foreign key (tenant_id, return_id, version_no)
    references tenant.return_version (tenant_id, return_id, version_no)
);

create table tenant.sign_off (
  tenant_id uuid not null,
  return_id uuid not null,
  version_no app.version not null,
  party_role app.code not null,
  agency_id uuid,
  name app.line not null,
  position app.line not null,
  statement app.paragraph not null default '',
  at timestamptz not null,
  constraint sign_off_key primary key (tenant_id, return_id, version_no, party_role),
  constraint sign_off_version foreign key (tenant_id, return_id, version_no)
    references tenant.return_version (tenant_id, return_id, version_no)
);

-- What a delivered version added to the roll-up, so that a supplement can take it back exactly.
create table tenant.return_level (
  tenant_id uuid not null,
  return_id uuid not null,
  version_no app.version not null,
  requirement_code app.code not null,
  level app.level not null,
  constraint return_level_key primary key (tenant_id, return_id, version_no, requirement_code),
  constraint return_level_version foreign key (tenant_id, return_id, version_no)
    references tenant.return_version (tenant_id, return_id, version_no)
);

create table tenant.rollup (
  tenant_id uuid not null,
  period app.code not null,
  requirement_code app.code not null,
  level app.level not null,
  n integer not null,
  constraint rollup_key primary key (tenant_id, period, requirement_code, level),
  constraint rollup_tenant foreign key (tenant_id) references tenancy.party,
  constraint rollup_requirement foreign key (requirement_code) references catalogue.requirement,
  constraint rollup_never_negative check (n >= 0)
) with (fillfactor = 85);

-- No policy for agencies on these two: an evaluation in the making is the board's alone.
create table tenant.evaluation (
  tenant_id uuid not null,
  evaluation_id uuid not null default gen_random_uuid(),
  return_id uuid not null,
  version_no app.version not null,
  state app.code not null default 'open',
  started_by uuid not null,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  summary app.paragraph not null default '',
  constraint evaluation_key primary key (tenant_id, evaluation_id),
  constraint evaluation_version foreign key (tenant_id, return_id, version_no)
    references tenant.return_version (tenant_id, return_id, version_no),
  constraint evaluation_started_by foreign key (started_by) references identity.person,
  constraint evaluation_state check (state in ('open', 'finished', 'withdrawn'))
);
create index evaluation_by_return on tenant.evaluation (tenant_id, return_id, version_no);

create table tenant.evaluation_box (
  tenant_id uuid not null,
  evaluation_id uuid not null,
  box_no app.code not null,
  version app.version not null,
  grade app.code,
  comment app.paragraph not null default '',
  by_person uuid not null,
  at timestamptz not null default now(),
  constraint evaluation_box_key primary key (tenant_id, evaluation_id, box_no, version),
  constraint evaluation_box_evaluation foreign key (tenant_id, evaluation_id)
    references tenant.evaluation (tenant_id, evaluation_id),
  constraint evaluation_box_by foreign key (by_person) references identity.person
);

create table tenant.evaluation_release (
  tenant_id uuid not null,
  release_id uuid not null default gen_random_uuid(),
  evaluation_id uuid not null,
  agency_id uuid not null,
  body app.document not null,
  hash app.sha256 not null,
  released_by uuid not null,
  released_at timestamptz not null default now(),
  constraint evaluation_release_key primary key (tenant_id, release_id),
  constraint evaluation_release_evaluation foreign key (tenant_id, evaluation_id)
    references tenant.evaluation (tenant_id, evaluation_id),
  constraint evaluation_release_joined foreign key (tenant_id, agency_id)
    references tenancy.connection (board_id, agency_id),
  constraint evaluation_release_by foreign key (released_by) references identity.person
);
create index evaluation_release_by_agency on tenant.evaluation_release (agency_id, tenant_id);

create table tenant.action (
  tenant_id uuid not null,
  action_id uuid not null default gen_random_uuid(),
  agency_id uuid,
  source_kind app.code not null,
  source_ref uuid,
  return_id uuid,
  version_no app.version,
  area app.line not null default '',
  change app.paragraph not null default '',
  places app.paragraph not null default '',
  what app.paragraph not null,
  how app.paragraph not null default '',
  lead app.line not null default '',
  by_on date,
  progress app.paragraph not null default '',
  evidence app.paragraph not null default '',
  risks app.paragraph not null default '',
  scheme app.code not null,
  state app.code not null default 'open',
  made_at timestamptz not null default now(),
  constraint action_key primary key (tenant_id, action_id),
  constraint action_of_agency_key unique (tenant_id, action_id, agency_id),
  constraint action_tenant foreign key (tenant_id) references tenancy.party,
  constraint action_version foreign key (tenant_id, return_id, version_no)
    references tenant.return_version (tenant_id, return_id, version_no),
  constraint action_joined foreign key (tenant_id, agency_id)
    references tenancy.connection (board_id, agency_id),
  constraint action_source_kind check (source_kind in
    ('commitment', 'promise', 'evaluation', 'review', 'hand')),
  constraint action_keeps_the_link_with_the_agency check
    (source_kind not in ('commitment', 'promise') or source_ref is null),
  constraint action_state check (state in ('open', 'verified', 'closed', 'withdrawn'))
);
create index action_by_agency on tenant.action (agency_id, tenant_id) where agency_id is not null;
create index action_by_return on tenant.action (tenant_id, return_id);
create index action_by_due on tenant.action (tenant_id, state, by_on);

create table tenant.action_status (
  tenant_id uuid not null,
  action_id uuid not null,
  status_no app.version not null,
  agency_id uuid,
  kind app.code not null,
  point app.code,
  text app.paragraph not null default '',
  by_name app.line not null,
  at timestamptz not null default now(),
  constraint action_status_key primary key (tenant_id, action_id, status_no),
  constraint action_status_action foreign key (tenant_id, action_id)
    references tenant.action (tenant_id, action_id),
  constraint action_status_kind check (kind in ('progress', 'status', 'verified', 'closed'))
);

create table tenant.contact (
  tenant_id uuid not null,
  contact_id uuid not null default gen_random_uuid(),
  entry_id uuid,
  name app.line not null,
  position app.line not null default '',
  email app.line not null default '',
  telephone app.line not null default '',
  valid_from date not null,
  valid_to date,
  constraint contact_key primary key (tenant_id, contact_id),
  constraint contact_tenant foreign key (tenant_id) references tenancy.party,
  constraint contact_entry foreign key (tenant_id, entry_id)
    references tenant.register_entry (tenant_id, entry_id),
  constraint contact_ends_after_start check (valid_to is null or valid_to >= valid_from)
);

create table tenant.plan (
  tenant_id uuid not null,
  plan_id uuid not null default gen_random_uuid(),
  audit_id uuid,
  title app.line not null,
  ratified_by app.line,
  ratified_on date,
  minute_ref app.line,
  constraint plan_key primary key (tenant_id, plan_id),
  constraint plan_tenant foreign key (tenant_id) references tenancy.party,
  constraint plan_audit foreign key (tenant_id, audit_id) references tenant.audit (tenant_id, audit_id),
  constraint plan_ratified_whole check ((ratified_by is null) = (ratified_on is null))
);

create table tenant.share (
  tenant_id uuid not null,
  share_id uuid not null default gen_random_uuid(),
  to_party uuid not null,
  purpose app.paragraph not null,
  from_on date not null,
  to_on date not null,
  ended_at timestamptz,
  constraint share_key primary key (tenant_id, share_id),
  constraint share_tenant foreign key (tenant_id) references tenancy.party,
  constraint share_to foreign key (to_party) references tenancy.party,
  constraint share_ends_after_start check (to_on >= from_on),
  constraint share_with_another check (to_party <> tenant_id)
);
create index share_by_borrower on tenant.share (to_party, tenant_id);

create table tenant.share_return (
  tenant_id uuid not null,
  share_id uuid not null,
  return_id uuid not null,
  constraint share_return_key primary key (tenant_id, share_id, return_id),
  constraint share_return_share foreign key (tenant_id, share_id) references tenant.share (tenant_id, share_id),
  constraint share_return_return foreign key (tenant_id, return_id)
    references tenant.return (tenant_id, return_id)
);

create table tenant.sight (
  tenant_id uuid not null,
  sight_id uuid not null default gen_random_uuid(),
  to_party uuid not null,
  parts text[] not null,
  from_on date not null,
  to_on date not null,
  ended_at timestamptz,
  constraint sight_key primary key (tenant_id, sight_id),
  constraint sight_tenant foreign key (tenant_id) references tenancy.party,
  constraint sight_to foreign key (to_party) references tenancy.party,
  constraint sight_ends_after_start check (to_on >= from_on),
  constraint sight_of_another check (to_party <> tenant_id),
  constraint sight_parts_known check (parts <@ array['returns', 'actions', 'rollup'])
);
create index sight_by_viewer on tenant.sight (to_party, tenant_id);

-- Drafts of templates and mappings are their board's; publishing copies them into the catalogue.
create table tenant.template_draft (
  tenant_id uuid not null,
  template_code app.code not null,
  body app.document not null,
  updated_by uuid not null,
  updated_at timestamptz not null default now(),
  constraint template_draft_key primary key (tenant_id, template_code),
  constraint template_draft_tenant foreign key (tenant_id) references tenancy.party,
  constraint template_draft_by foreign key (updated_by) references identity.person
);

create table tenant.mapping_draft (
  tenant_id uuid not null,
  template_code app.code not null,
  template_version app.version not null,
  framework_code app.code not null,
  framework_version app.version not null,
  body app.document not null,
  updated_by uuid not null,
  updated_at timestamptz not null default now(),
  constraint mapping_draft_key
    primary key (tenant_id, template_code, template_version, framework_code, framework_version),
  constraint mapping_draft_tenant foreign key (tenant_id) references tenancy.party,
  constraint mapping_draft_by foreign key (updated_by) references identity.person
);
