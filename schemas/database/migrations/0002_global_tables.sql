create table directory.organisation (
  organisation_id uuid not null default gen_random_uuid(),
  kind app.code not null,
  name app.line not null,
  urn app.code,
  ods app.code,
  force_code app.code,
  closed_on date,
  successor_id uuid,
  constraint organisation_key primary key (organisation_id),
  constraint organisation_urn_once unique (urn),
  constraint organisation_ods_once unique (ods),
  constraint organisation_force_code_once unique (force_code),
  constraint organisation_successor foreign key (successor_id) references directory.organisation
);

create table tenancy.party (
  party_id uuid not null default gen_random_uuid(),
  kind app.code not null,
  organisation_id uuid,
  status app.code not null default 'active',
  created_at timestamptz not null default now(),
  constraint party_key primary key (party_id),
  constraint party_kind check (kind in ('board', 'agency', 'operator', 'nation')),
  constraint party_status check (status in ('invited', 'active', 'leaving', 'off_platform')),
  constraint party_organisation foreign key (organisation_id) references directory.organisation
);

create table tenancy.party_profile (
  party_id uuid not null,
  name app.line not null,
  area app.line not null default '',
  mark app.code not null default '',
  aliases text[] not null default '{}',
  procedures text[] not null default '{}',
  address app.paragraph not null default '',
  telephone app.line not null default '',
  email app.line not null default '',
  website app.line not null default '',
  lead_officer_name app.line not null default '',
  lead_officer_position app.line not null default '',
  lead_officer_telephone app.line not null default '',
  lead_officer_email app.line not null default '',
  completed_by_name app.line not null default '',
  completed_by_position app.line not null default '',
  completed_by_telephone app.line not null default '',
  completed_by_email app.line not null default '',
  updated_at timestamptz not null default now(),
  constraint party_profile_key primary key (party_id),
  constraint party_profile_party foreign key (party_id) references tenancy.party,
  constraint party_profile_aliases_few check (cardinality(aliases) <= 50),
  constraint party_profile_procedures_few check (cardinality(procedures) <= 50)
);

-- An agency exists for a board only through this row, and only the agency's consent makes it.
create table tenancy.connection (
  board_id uuid not null,
  agency_id uuid not null,
  joined_at timestamptz not null default now(),
  ended_at timestamptz,
  constraint connection_key primary key (board_id, agency_id),
  constraint connection_board foreign key (board_id) references tenancy.party,
  constraint connection_agency foreign key (agency_id) references tenancy.party,
  constraint connection_between_two check (board_id <> agency_id)
);
create index connection_by_agency on tenancy.connection (agency_id, board_id);

create table tenancy.invitation (
  code_hash app.sha256 not null,
  board_id uuid not null,
  entry_id uuid not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  agency_id uuid,
  constraint invitation_key primary key (code_hash),
  constraint invitation_board foreign key (board_id) references tenancy.party,
  constraint invitation_agency foreign key (agency_id) references tenancy.party,
  constraint invitation_accepted_by_one check ((accepted_at is null) = (agency_id is null))
);

create table identity.person (
  person_id uuid not null default gen_random_uuid(),
  email app.line not null,
  display_name app.line not null,
  telephone app.line not null default '',
  created_at timestamptz not null default now(),
  disabled_at timestamptz,
  constraint person_key primary key (person_id),
  constraint person_email_shape check (email = lower(email) and email like '%_@_%')
);
create unique index person_email_once on identity.person (email);

create table identity.credential (
  person_id uuid not null,
  password_hash app.line not null,
  changed_at timestamptz not null default now(),
  constraint credential_key primary key (person_id),
  constraint credential_person foreign key (person_id) references identity.person,
  constraint credential_is_argon2id check (password_hash like '$argon2id$%')
);

-- Kept by the digest of what was typed, so that unknown people are throttled like known ones.
create table identity.throttle (
  key_hash app.sha256 not null,
  failures integer not null default 0,
  first_failure_at timestamptz not null default now(),
  locked_until timestamptz,
  constraint throttle_key primary key (key_hash)
) with (fillfactor = 85);

create table identity.membership (
  membership_id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  party_id uuid not null,
  unit_id uuid,
  role app.code not null,
  position app.line not null default '',
  from_at timestamptz not null default now(),
  to_at timestamptz,
  constraint membership_key primary key (membership_id),
  constraint membership_once unique nulls not distinct (person_id, party_id, unit_id, role, from_at),
  constraint membership_facts_key unique (membership_id, person_id, party_id),
  constraint membership_person foreign key (person_id) references identity.person,
  constraint membership_party foreign key (party_id) references tenancy.party,
  constraint membership_role check (role in
    ('contributor', 'lead', 'authoriser', 'manager', 'chair', 'member', 'reviewer', 'steward',
     'analyst', 'operator')),
  constraint membership_ends_after_start check (to_at is null or to_at >= from_at)
);
create index membership_by_party on identity.membership (party_id, person_id);

create table identity.session (
  token_hash app.sha256 not null,
  membership_id uuid not null,
  person_id uuid not null,
  party_id uuid not null,
  unit_id uuid,
  role app.code not null,
  kind app.code not null default 'browser',
  started_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  constraint session_key primary key (token_hash),
  constraint session_membership foreign key (membership_id, person_id, party_id)
    references identity.membership (membership_id, person_id, party_id),
  constraint session_kind check (kind in ('browser', 'bearer'))
);
create index session_by_person on identity.session (person_id) where ended_at is null;

create table catalogue.framework_version (
  framework_code app.code not null,
  version app.version not null,
  name app.line not null,
  body app.document not null,
  hash app.sha256 not null,
  published_at timestamptz not null default now(),
  constraint framework_version_key primary key (framework_code, version)
);

create table catalogue.requirement (
  requirement_code app.code not null,
  framework_code app.code not null,
  since_version app.version not null,
  standard app.code not null,
  local_kind app.code,
  constraint requirement_key primary key (requirement_code),
  constraint requirement_framework foreign key (framework_code, since_version)
    references catalogue.framework_version (framework_code, version),
  constraint requirement_local_kind check (local_kind in ('whole', 'part'))
);

create table catalogue.facet (
  facet_code app.code not null,
  requirement_code app.code not null,
  constraint facet_key primary key (facet_code),
  constraint facet_of_one_requirement unique (requirement_code, facet_code),
  constraint facet_requirement foreign key (requirement_code) references catalogue.requirement
);

create table catalogue.template_version (
  template_code app.code not null,
  version app.version not null,
  owner_party uuid,
  edition_of_code app.code,
  edition_of_version app.version,
  kind app.code not null,
  audience app.code not null default 'public',
  name app.line not null,
  body app.document not null,
  hash app.sha256 not null,
  published_at timestamptz not null default now(),
  constraint template_version_key primary key (template_code, version),
  constraint template_version_owner foreign key (owner_party) references tenancy.party,
  constraint template_version_edition foreign key (edition_of_code, edition_of_version)
    references catalogue.template_version (template_code, version),
  constraint template_version_edition_whole
    check ((edition_of_code is null) = (edition_of_version is null)),
  constraint template_version_kind
    check (kind in ('narrative', 'composed', 'traffic-light', 'board-grade', 'self-grade'))
);

create table catalogue.template_item (
  template_code app.code not null,
  version app.version not null,
  item_code app.code not null,
  position integer not null,
  section_code app.code not null,
  number app.code,
  essential boolean not null default false,
  lineage_id app.code not null,
  constraint template_item_key primary key (template_code, version, item_code),
  constraint template_item_position_once unique (template_code, version, position),
  constraint template_item_template foreign key (template_code, version)
    references catalogue.template_version (template_code, version)
);

create table catalogue.box (
  template_code app.code not null,
  version app.version not null,
  box_no app.code not null,
  position integer not null,
  section_code app.code,
  item_code app.code,
  field app.line not null,
  content app.code not null,
  filled_by app.code not null,
  max_length integer,
  constraint box_key primary key (template_code, version, box_no),
  constraint box_position_once unique (template_code, version, position),
  constraint box_template foreign key (template_code, version)
    references catalogue.template_version (template_code, version),
  constraint box_item foreign key (template_code, version, item_code)
    references catalogue.template_item (template_code, version, item_code),
  constraint box_content check (content in ('describes', 'knows', 'describes_then_knows', 'evidence',
    'improvement', 'rating', 'detail', 'text')),
  constraint box_filled_by check (filled_by in ('agency', 'board', 'agency_then_board'))
);

create table catalogue.mapping_version (
  template_code app.code not null,
  template_version app.version not null,
  framework_code app.code not null,
  framework_version app.version not null,
  version app.version not null,
  body app.document not null,
  hash app.sha256 not null,
  status app.code not null default 'live',
  published_at timestamptz not null default now(),
  constraint mapping_version_key
    primary key (template_code, template_version, framework_code, framework_version, version),
  constraint mapping_version_template foreign key (template_code, template_version)
    references catalogue.template_version (template_code, version),
  constraint mapping_version_framework foreign key (framework_code, framework_version)
    references catalogue.framework_version (framework_code, version),
  constraint mapping_version_status check (status in ('live', 'reviewed', 'stale', 'withdrawn'))
);

create table catalogue.item_facet (
  template_code app.code not null,
  template_version app.version not null,
  framework_code app.code not null,
  framework_version app.version not null,
  version app.version not null,
  item_code app.code not null,
  facet_code app.code not null,
  constraint item_facet_key primary key
    (template_code, template_version, framework_code, framework_version, version, item_code, facet_code),
  constraint item_facet_mapping
    foreign key (template_code, template_version, framework_code, framework_version, version)
    references catalogue.mapping_version
      (template_code, template_version, framework_code, framework_version, version),
  constraint item_facet_item foreign key (template_code, template_version, item_code)
    references catalogue.template_item (template_code, version, item_code),
  constraint item_facet_facet foreign key (facet_code) references catalogue.facet
);
create index item_facet_by_facet on catalogue.item_facet (facet_code);

create table jobs.job (
  job_id uuid not null default gen_random_uuid(),
  kind app.code not null,
  scope app.code not null,
  party_id uuid,
  source_tenant uuid,
  source_ref uuid,
  target_ref uuid,
  not_before timestamptz not null default now(),
  lease_until timestamptz,
  fence bigint not null default 0,
  tries integer not null default 0,
  state app.code not null default 'waiting',
  reason app.line not null default '',
  announced_at timestamptz not null default now(),
  ended_at timestamptz,
  constraint job_key primary key (job_id),
  constraint job_party foreign key (party_id) references tenancy.party,
  constraint job_source foreign key (source_tenant) references tenancy.party,
  constraint job_scope check (scope in ('board', 'agency', 'delivery', 'system', 'aggregate')),
  constraint job_state check (state in ('waiting', 'running', 'done', 'parked')),
  constraint job_lease_while_running check ((state = 'running') = (lease_until is not null)),
  constraint job_party_unless_system check ((party_id is null) = (scope in ('system', 'aggregate'))),
  constraint job_source_whole check (
    scope <> 'delivery'
    or (source_tenant is not null and source_ref is not null and target_ref is not null)),
  constraint job_once_per_source unique (kind, party_id, source_tenant, source_ref, target_ref)
) with (fillfactor = 85);
create index job_due on jobs.job (not_before) where state = 'waiting';
create index job_leased on jobs.job (lease_until) where state = 'running';
create index job_by_source on jobs.job (source_tenant, source_ref) where source_tenant is not null;

-- What the verification page shows to whoever holds the code of a printed receipt. No content.
create table directory.receipt (
  code_hash app.sha256 not null,
  board_id uuid not null,
  board_name app.line not null,
  received_on date not null,
  version_no app.version not null,
  return_hash app.sha256 not null,
  state app.code not null default 'delivered',
  constraint receipt_key primary key (code_hash),
  constraint receipt_board foreign key (board_id) references tenancy.party,
  constraint receipt_state check (state in ('delivered', 'received', 'superseded', 'withdrawn'))
);
create index receipt_by_board on directory.receipt (board_id, return_hash);
