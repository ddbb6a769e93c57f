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
