-- The agency's tenant. board_id on a row says which board it is meant for; boards never read here.

create table tenant.lead_officer (
  tenant_id uuid not null,
  unit_id uuid not null,
  board_id uuid not null,
  name app.line not null,
  position app.line not null default '',
  telephone app.line not null default '',
  email app.line not null default '',
  constraint lead_officer_key primary key (tenant_id, unit_id, board_id),
  constraint lead_officer_unit foreign key (tenant_id, unit_id) references tenant.unit (tenant_id, unit_id),
  constraint lead_officer_joined foreign key (board_id, tenant_id)
    references tenancy.connection (board_id, agency_id)
);

create table tenant.answer (
  tenant_id uuid not null,
  unit_id uuid not null,
  requirement_code app.code not null,
  level app.level,
  na_reason app.paragraph,
  modification_reason app.paragraph,
  mode app.code not null default 'own',
  inherited_version app.version,
  confirmed_by uuid,
  confirmed_at timestamptz,
  version app.version not null default 1,
  saved_by uuid not null,
  saved_at timestamptz not null default now(),
  constraint answer_key primary key (tenant_id, unit_id, requirement_code),
  constraint answer_unit foreign key (tenant_id, unit_id) references tenant.unit (tenant_id, unit_id),
  constraint answer_requirement foreign key (requirement_code) references catalogue.requirement,
  constraint answer_confirmed_by foreign key (confirmed_by) references identity.person,
  constraint answer_saved_by foreign key (saved_by) references identity.person,
  constraint answer_mode check (mode in ('own', 'inherits')),
  constraint answer_inherits_a_version check ((mode = 'inherits') = (inherited_version is not null)),
  constraint answer_na_has_no_level check (na_reason is null or level is null),
  constraint answer_confirmed_whole check ((confirmed_by is null) = (confirmed_at is null))
) with (fillfactor = 85);

create table tenant.answer_text (
  tenant_id uuid not null,
  unit_id uuid not null,
  requirement_code app.code not null,
  role app.code not null,
  facet_code app.code,
  facet_key text not null generated always as (coalesce((facet_code)::text, '')) stored,
  text app.paragraph not null,
  constraint answer_text_key primary key (tenant_id, unit_id, requirement_code, role, facet_key),
  constraint answer_text_answer foreign key (tenant_id, unit_id, requirement_code)
    references tenant.answer (tenant_id, unit_id, requirement_code),
  constraint answer_text_facet foreign key (requirement_code, facet_code)
    references catalogue.facet (requirement_code, facet_code),
  constraint answer_text_role check (role in ('describes', 'knows', 'improve'))
) with (fillfactor = 85);

-- A part may stand between two levels: a tick at level 1 says 2 or better, no tick 0 or 1.
create table tenant.answer_part (
  tenant_id uuid not null,
  unit_id uuid not null,
  requirement_code app.code not null,
  facet_code app.code not null,
  low app.level not null,
  high app.level not null,
  constraint answer_part_key primary key (tenant_id, unit_id, requirement_code, facet_code),
  constraint answer_part_answer foreign key (tenant_id, unit_id, requirement_code)
    references tenant.answer (tenant_id, unit_id, requirement_code),
  constraint answer_part_facet foreign key (requirement_code, facet_code)
    references catalogue.facet (requirement_code, facet_code),
  constraint answer_part_interval check (low <= high)
) with (fillfactor = 85);

-- Every save, the latest included: nothing is overwritten. texts: those written by this save, as
-- [role, facet, text]; parts: all that were stated by this save, or null when it left them alone.
-- No key to the person: this is written at every save, and the person comes from the seal.
create table tenant.answer_version (
  tenant_id uuid not null,
  unit_id uuid not null,
  requirement_code app.code not null,
  version app.version not null,
  level app.level,
  na_reason app.paragraph,
  modification_reason app.paragraph,
  mode app.code not null,
  inherited_version app.version,
  confirmed boolean not null,
  texts jsonb not null default '[]',
  parts jsonb,
  saved_by uuid not null,
  saved_at timestamptz not null default now(),
  constraint answer_version_key primary key (tenant_id, unit_id, requirement_code, version),
  constraint answer_version_answer foreign key (tenant_id, unit_id, requirement_code)
    references tenant.answer (tenant_id, unit_id, requirement_code)
);

create table tenant.board_answer (
  tenant_id uuid not null,
  unit_id uuid not null,
  board_id uuid not null,
  requirement_code app.code not null,
  level app.level,
  na_reason app.paragraph,
  describes app.paragraph not null default '',
  knows app.paragraph not null default '',
  improve app.paragraph not null default '',
  version app.version not null default 1,
  saved_by uuid not null,
  saved_at timestamptz not null default now(),
  constraint board_answer_key primary key (tenant_id, unit_id, board_id, requirement_code),
  constraint board_answer_unit foreign key (tenant_id, unit_id) references tenant.unit (tenant_id, unit_id),
  constraint board_answer_joined foreign key (board_id, tenant_id)
    references tenancy.connection (board_id, agency_id),
  constraint board_answer_requirement foreign key (requirement_code) references catalogue.requirement,
  constraint board_answer_saved_by foreign key (saved_by) references identity.person,
  constraint board_answer_na_has_no_level check (na_reason is null or level is null)
) with (fillfactor = 85);

create table tenant.board_answer_version (
  tenant_id uuid not null,
  unit_id uuid not null,
  board_id uuid not null,
  requirement_code app.code not null,
  version app.version not null,
  level app.level,
  na_reason app.paragraph,
  describes app.paragraph not null,
  knows app.paragraph not null,
  improve app.paragraph not null,
  saved_by uuid not null,
  saved_at timestamptz not null default now(),
  constraint board_answer_version_key primary key (tenant_id, unit_id, board_id, requirement_code, version),
  constraint board_answer_version_answer foreign key (tenant_id, unit_id, board_id, requirement_code)
    references tenant.board_answer (tenant_id, unit_id, board_id, requirement_code),
  constraint board_answer_version_saved_by foreign key (saved_by) references identity.person
);

-- place: the box's number for direct, choice and override; the item's code for a residual.
create table tenant.board_box (
  tenant_id uuid not null,
  unit_id uuid not null,
  request_id uuid not null,
  board_id uuid not null,
  box_no app.code not null,
  kind app.code not null,
  text app.paragraph not null default '',
  level app.level,
  point app.code,
  na_reason app.paragraph,
  reason app.paragraph,
  mode app.code not null default 'own',
  inherited_version app.version,
  version app.version not null default 1,
  saved_by uuid not null,
  saved_at timestamptz not null default now(),
  constraint board_box_key primary key (tenant_id, unit_id, request_id, box_no, kind),
  constraint board_box_unit foreign key (tenant_id, unit_id) references tenant.unit (tenant_id, unit_id),
  constraint board_box_request foreign key (board_id, request_id, tenant_id)
    references tenant.request (tenant_id, request_id, agency_id),
  constraint board_box_saved_by foreign key (saved_by) references identity.person,
  constraint board_box_kind check (kind in ('direct', 'residual', 'choice', 'override')),
  constraint board_box_mode check (mode in ('own', 'inherits')),
  constraint board_box_inherits_a_version check ((mode = 'inherits') = (inherited_version is not null)),
  constraint board_box_na_has_no_level check (na_reason is null or (level is null and point is null)),
  constraint board_box_override_has_a_reason check (kind <> 'override' or reason is not null)
) with (fillfactor = 85);

create table tenant.board_box_version (
  tenant_id uuid not null,
  unit_id uuid not null,
  request_id uuid not null,
  board_id uuid not null,
  box_no app.code not null,
  kind app.code not null,
  version app.version not null,
  text app.paragraph not null,
  level app.level,
  point app.code,
  na_reason app.paragraph,
  reason app.paragraph,
  saved_by uuid not null,
  saved_at timestamptz not null default now(),
  constraint board_box_version_key primary key (tenant_id, unit_id, request_id, box_no, kind, version),
  constraint board_box_version_box foreign key (tenant_id, unit_id, request_id, box_no, kind)
    references tenant.board_box (tenant_id, unit_id, request_id, box_no, kind),
  constraint board_box_version_saved_by foreign key (saved_by) references identity.person
);

-- Why a query may stand: the two guards, and oddities found by the check of answers.
create table tenant.explanation (
  tenant_id uuid not null,
  explanation_id uuid not null default gen_random_uuid(),
  unit_id uuid not null,
  request_id uuid not null,
  board_id uuid not null,
  rule app.code not null,
  subject app.line not null default '',
  text app.paragraph not null,
  by_person uuid not null,
  at timestamptz not null default now(),
  constraint explanation_key primary key (tenant_id, explanation_id),
  constraint explanation_unit foreign key (tenant_id, unit_id) references tenant.unit (tenant_id, unit_id),
  constraint explanation_request foreign key (board_id, request_id, tenant_id)
    references tenant.request (tenant_id, request_id, agency_id),
  constraint explanation_by foreign key (by_person) references identity.person
);
create index explanation_by_request on tenant.explanation (tenant_id, unit_id, request_id);

create table tenant.promise (
  tenant_id uuid not null,
  unit_id uuid not null,
  request_id uuid not null,
  board_id uuid not null,
  box_no app.code not null,
  by_on date not null,
  by_whom app.line not null,
  made_by uuid not null,
  made_at timestamptz not null default now(),
  kept_at timestamptz,
  constraint promise_key primary key (tenant_id, unit_id, request_id, box_no),
  constraint promise_unit foreign key (tenant_id, unit_id) references tenant.unit (tenant_id, unit_id),
  constraint promise_request foreign key (board_id, request_id, tenant_id)
    references tenant.request (tenant_id, request_id, agency_id),
  constraint promise_made_by foreign key (made_by) references identity.person
);

create table tenant.evidence (
  tenant_id uuid not null,
  evidence_id uuid not null default gen_random_uuid(),
  title app.line not null,
  blob_sha256 app.sha256,
  file_name app.line,
  media_type app.line,
  size_bytes bigint,
  kept_where app.paragraph,
  effective_on date,
  received_at timestamptz not null default now(),
  expires_on date,
  scan app.code not null default 'none',
  version app.version not null default 1,
  withdrawn_at timestamptz,
  constraint evidence_key primary key (tenant_id, evidence_id),
  constraint evidence_tenant foreign key (tenant_id) references tenancy.party,
  constraint evidence_is_somewhere check (blob_sha256 is not null or kept_where is not null),
  constraint evidence_scan check (scan in ('none', 'pending', 'clean', 'blocked')),
  constraint evidence_file_is_scanned check ((blob_sha256 is null) = (scan = 'none'))
);

create table tenant.evidence_version (
  tenant_id uuid not null,
  evidence_id uuid not null,
  version app.version not null,
  title app.line not null,
  blob_sha256 app.sha256,
  file_name app.line,
  media_type app.line,
  size_bytes bigint,
  kept_where app.paragraph,
  effective_on date,
  expires_on date,
  saved_by uuid not null,
  saved_at timestamptz not null default now(),
  constraint evidence_version_key primary key (tenant_id, evidence_id, version),
  constraint evidence_version_evidence foreign key (tenant_id, evidence_id)
    references tenant.evidence (tenant_id, evidence_id),
  constraint evidence_version_saved_by foreign key (saved_by) references identity.person
);

-- Under an answer, or under one box of one board's own form.
create table tenant.citation (
  tenant_id uuid not null,
  citation_id uuid not null default gen_random_uuid(),
  evidence_id uuid not null,
  unit_id uuid not null,
  requirement_code app.code,
  request_id uuid,
  board_id uuid,
  box_no app.code,
  cited_by uuid not null,
  cited_at timestamptz not null default now(),
  removed_at timestamptz,
  constraint citation_key primary key (tenant_id, citation_id),
  constraint citation_evidence foreign key (tenant_id, evidence_id)
    references tenant.evidence (tenant_id, evidence_id),
  constraint citation_unit foreign key (tenant_id, unit_id) references tenant.unit (tenant_id, unit_id),
  constraint citation_requirement foreign key (requirement_code) references catalogue.requirement,
  constraint citation_request foreign key (board_id, request_id, tenant_id)
    references tenant.request (tenant_id, request_id, agency_id),
  constraint citation_by foreign key (cited_by) references identity.person,
  constraint citation_of_answer_or_box check (
    (requirement_code is not null and request_id is null and board_id is null and box_no is null)
    or (requirement_code is null and request_id is not null and board_id is not null and box_no is not null))
);
create unique index citation_once on tenant.citation
  (tenant_id, unit_id, requirement_code, request_id, box_no, evidence_id) nulls not distinct
  where removed_at is null;

create table tenant.evidence_grant (
  tenant_id uuid not null,
  evidence_id uuid not null,
  board_id uuid not null,
  granted_by uuid not null,
  granted_at timestamptz not null default now(),
  ended_at timestamptz,
  constraint evidence_grant_key primary key (tenant_id, evidence_id, board_id),
  constraint evidence_grant_evidence foreign key (tenant_id, evidence_id)
    references tenant.evidence (tenant_id, evidence_id),
  constraint evidence_grant_joined foreign key (board_id, tenant_id)
    references tenancy.connection (board_id, agency_id),
  constraint evidence_grant_by foreign key (granted_by) references identity.person
);

-- board_id null: goes to every board that asks what it is about. Otherwise that board's alone.
create table tenant.commitment (
  tenant_id uuid not null,
  commitment_id uuid not null default gen_random_uuid(),
  unit_id uuid not null,
  board_id uuid,
  what app.paragraph not null,
  how app.paragraph not null default '',
  lead app.line not null default '',
  by_on date,
  area app.line not null default '',
  change app.paragraph not null default '',
  progress app.paragraph not null default '',
  evidence app.paragraph not null default '',
  risks app.paragraph not null default '',
  state app.code not null default 'open',
  version app.version not null default 1,
  saved_by uuid not null,
  saved_at timestamptz not null default now(),
  constraint commitment_key primary key (tenant_id, commitment_id),
  constraint commitment_unit foreign key (tenant_id, unit_id) references tenant.unit (tenant_id, unit_id),
  constraint commitment_joined foreign key (board_id, tenant_id)
    references tenancy.connection (board_id, agency_id),
  constraint commitment_saved_by foreign key (saved_by) references identity.person,
  constraint commitment_state check (state in ('open', 'done', 'withdrawn'))
);
create index commitment_by_unit on tenant.commitment (tenant_id, unit_id);

create table tenant.commitment_version (
  tenant_id uuid not null,
  commitment_id uuid not null,
  version app.version not null,
  what app.paragraph not null,
  how app.paragraph not null,
  lead app.line not null,
  by_on date,
  area app.line not null,
  change app.paragraph not null,
  progress app.paragraph not null,
  evidence app.paragraph not null,
  risks app.paragraph not null,
  state app.code not null,
  saved_by uuid not null,
  saved_at timestamptz not null default now(),
  constraint commitment_version_key primary key (tenant_id, commitment_id, version),
  constraint commitment_version_commitment foreign key (tenant_id, commitment_id)
    references tenant.commitment (tenant_id, commitment_id),
  constraint commitment_version_saved_by foreign key (saved_by) references identity.person
);

create table tenant.commitment_subject (
  tenant_id uuid not null,
  subject_id uuid not null default gen_random_uuid(),
  commitment_id uuid not null,
  requirement_code app.code,
  request_id uuid,
  board_id uuid,
  item_no app.code,
  constraint commitment_subject_key primary key (tenant_id, subject_id),
  constraint commitment_subject_once unique nulls not distinct
    (tenant_id, commitment_id, requirement_code, request_id, item_no),
  constraint commitment_subject_commitment foreign key (tenant_id, commitment_id)
    references tenant.commitment (tenant_id, commitment_id),
  constraint commitment_subject_requirement foreign key (requirement_code) references catalogue.requirement,
  constraint commitment_subject_request foreign key (board_id, request_id, tenant_id)
    references tenant.request (tenant_id, request_id, agency_id),
  constraint commitment_subject_of_answer_or_item check (
    (requirement_code is not null and request_id is null and board_id is null and item_no is null)
    or (requirement_code is null and request_id is not null and board_id is not null
        and item_no is not null))
);
