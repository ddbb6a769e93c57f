-- What a scope is not told of rows that it may read otherwise. Changing this list is changing the decision.
with withheld (scope, place, name) as (values
  -- How a board keeps its own affairs in order, and who of its people did what.
  ('agency', 'tenant.action', 'source_ref'), ('agency', 'tenant.evaluation_release', 'evaluation_id'),
  ('agency', 'tenant.action', 'entry_id'), ('agency', 'tenant.action', 'with_person'),
  ('agency', 'tenant.action', 'version'), ('agency', 'tenant.action', 'news_at'),
  ('agency', 'tenant.action', 'ended_at'), ('agency', 'tenant.action', 'withheld'),
  ('agency', 'tenant.action_status', 'text'),
  ('agency', 'tenant.action_status', 'by_name'), ('agency', 'tenant.action_evidence_opening', 'opened_by'),
  ('agency', 'tenant.evaluation_release', 'released_by'), ('agency', 'tenant.request', 'audit_id'),
  ('agency', 'tenant.request', 'entry_id'), ('agency', 'tenant.request', 'subject_ref'),
  ('agency', 'tenant.request', 'asking_id'), ('agency', 'tenant.request', 'left_out'), ('agency', 'tenant.return_evidence_ask', 'asked_by'),
  ('agency', 'tenant.return_evidence_opening', 'opened_by'), ('agency', 'tenant.return_opening', 'opened_by'),
  ('agency', 'tenant.thread', 'assigned_to'), ('agency', 'tenant.thread', 'written_by'),
  ('agency', 'tenant.report_look', 'changed_by'), ('agency', 'tenant.report_look', 'changed_at'),
  ('agency', 'tenant.guidance_version', 'by_person'), ('agency', 'tenant.guidance', 'withdrawn_by'),
  -- The agency reads it in what it is asked to change.
  ('agency', 'tenant.return', 'back_by'),
  -- Whose question it was.
  ('agency', 'tenant.guidance', 'thread_id'),
  ('agency', 'tenant.register_entry', 'organisation_id'), ('agency', 'tenant.register_entry', 'type'),
  ('agency', 'tenant.register_entry', 'own_ref'), ('agency', 'tenant.register_entry', 'from_on'),
  ('agency', 'tenant.register_entry', 'section11'), ('agency', 'tenant.register_entry', 'parent_id'),
  ('agency', 'tenant.register_entry', 'notes'), ('agency', 'tenant.register_entry', 'months'),
  ('agency', 'tenant.register_entry', 'completed_on'), ('agency', 'tenant.register_entry', 'version'),
  ('agency', 'tenant.contact', 'added_by'), ('agency', 'tenant.contact', 'ended_by'),
  ('agency', 'tenant.contact', 'bounce_reason'),
  ('agency', 'tenant.sent_back', 'asked_by'), ('agency', 'tenant.sent_back', 'withdrawn_by'),
  ('agency', 'tenant.return_evidence_decision', 'decided_by'), ('agency', 'tenant.plan', 'audit_id'),
  ('agency', 'tenant.plan', 'asked_by'), ('agency', 'tenant.plan_answer', 'answered_by'),
  -- The number of a person of the agency, who is named in words.
  ('board', 'tenant.plan_offer', 'offered_by'),
  -- What would tell a board that an agency sent the same to another.
  ('board', 'tenant.return_evidence', 'evidence_id'),
  ('board', 'tenant.return_evidence', 'evidence_version'),
  ('board', 'tenant.action_evidence', 'evidence_id'), ('board', 'tenant.action_evidence', 'evidence_version'),
  ('board', 'tenant.return_version', 'submission_id'), ('share', 'tenant.return_version', 'submission_id'),
  ('sight', 'tenant.return_version', 'submission_id'),
  -- The board's own notes, what a request says of a case, and who of its people did what.
  ('sight', 'tenant.sight', 'granted_by'), ('sight', 'tenant.sight', 'ended_by'),
  ('sight', 'tenant.sight', 'granted_name'), ('sight', 'tenant.sight', 'ended_name'),
  ('sight', 'tenant.register_entry', 'own_ref'), ('sight', 'tenant.register_entry', 'notes'),
  ('sight', 'tenant.register_entry', 'version'), ('sight', 'tenant.request', 'subject_kind'),
  ('sight', 'tenant.request', 'subject_ref'), ('sight', 'tenant.request', 'parts'),
  ('sight', 'tenant.request', 'asked_at'), ('sight', 'tenant.request', 'asking_id'),
  ('sight', 'tenant.audit', 'opened_by'), ('sight', 'tenant.evaluation_release', 'evaluation_id'),
  ('sight', 'tenant.evaluation_release', 'released_by'), ('sight', 'tenant.action', 'source_ref'),
  ('sight', 'tenant.action', 'asked_again'), ('sight', 'tenant.action', 'withheld'),
  ('sight', 'tenant.action', 'with_person'),
  ('sight', 'tenant.action_status', 'text'), ('sight', 'tenant.action_status', 'by_name'),
  ('sight', 'tenant.action', 'version'), ('sight', 'tenant.action', 'news_at'),
  ('sight', 'tenant.return_evidence', 'evidence_id'),
  ('sight', 'tenant.return_evidence', 'evidence_version'),
  ('review', 'tenant.return_evidence', 'evidence_id'),
  ('review', 'tenant.return_evidence', 'evidence_version'),
  -- An agency's area names the other boards it answers.
  ('board', 'tenancy.party_profile', 'area'), ('board', 'tenancy.party_profile', 'aliases'),
  ('board', 'tenancy.party_profile', 'procedures'))
select w.scope || ' reads ' || w.place || '.' || w.name from withheld w
 where has_column_privilege('scope_' || w.scope, w.place, w.name, 'select')
union all
select r.rolname || ' ' || c.oid::regclass || '.' || a.attname || ' is withheld and not in the list'
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
 cross join pg_roles r
 where n.nspname in ('tenant', 'tenancy') and c.relkind = 'r'
   and r.rolname like 'scope\_%' and r.rolname <> 'scope_merge'
   and has_any_column_privilege(r.oid, c.oid, 'select')
   and not has_column_privilege(r.oid, c.oid, a.attnum, 'select')
   and not exists (select from withheld w where 'scope_' || w.scope = r.rolname
                      and w.place::regclass = c.oid and w.name = a.attname)

-- the fault that must be noticed
grant select on tenant.request to scope_agency
