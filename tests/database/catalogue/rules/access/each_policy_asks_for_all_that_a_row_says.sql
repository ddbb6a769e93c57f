-- After the party: the unit of whoever is limited to one, the submission and the board of a delivery, the loan.
with policies as (
  select p.polrelid, p.polname, p.polcmd, substr(r.rolname, 7) as scope,
         coalesce(pg_get_expr(p.polqual, p.polrelid), '')
           || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '') as text,
         array(select a.attname::text from pg_attribute a
                where a.attrelid = p.polrelid and a.attnum > 0 and not a.attisdropped) as columns
    from pg_policy p
    join pg_class c on c.oid = p.polrelid and c.relnamespace = 'tenant'::regnamespace
    join pg_roles r on r.oid = any (p.polroles))
select polrelid::regclass || ': ' || polname from policies
 where scope = 'agency' and text !~ ' AND '
   -- What is the whole agency's, and what stands under a row that was asked about.
   and (polrelid::regclass::text, polcmd) not in (values
     ('tenant.unit', 'r'), ('tenant.action_link', 'r'), ('tenant.idempotency', 'r'), ('tenant.idempotency', 'a'), ('tenant.idempotency', 'w'),
     ('tenant.evidence_blob', 'r'), ('tenant.evidence_blob', 'a'), ('tenant.evidence_blob', 'w'),
     ('tenant.audit_entry', 'r'), ('tenant.audit_entry', 'a'), ('tenant.audit_seal', 'r'),
     ('tenant.audit_seal', 'a'), ('tenant.commitment_version', 'a'), ('tenant.delivery', 'a'),
     ('tenant.submission_answer', 'a'), ('tenant.submission_text', 'a'), ('tenant.submission_part', 'a'),
     ('tenant.submission_commitment', 'a'), ('tenant.submission_commitment_subject', 'a'),
     ('tenant.submission_box', 'a'), ('tenant.submission_evidence', 'a'))
union all
select polrelid::regclass || ': ' || polname || ' and the unit' from policies
 where scope = 'agency' and 'unit_id' = any (columns) and text !~ 'sealed_unit|units_to_read'
   and (polrelid::regclass::text, polcmd) not in (values ('tenant.unit', 'r'))
union all
select polrelid::regclass || ': ' || polname from policies
 where scope = 'delivery'
   and ('submission_id' = any (columns) and 'agency_id' <> all (columns) and text !~ 'sealed_ref'
        or 'board_id' = any (columns) and text !~ 'board_id = \( SELECT app\.sealed_party'
           -- The one undertaking that this job carries.
           and text !~ 'commitment_id = \( SELECT app\.sealed_ref'
        or 'agency_id' = any (columns) and text !~ 'agency_id = \( SELECT app\.sealed_source|sealed_target'
        or text ~ 'tenant_id = \( SELECT app\.sealed_source' and text !~ 'sealed_ref|board_id = ')
union all
select polrelid::regclass || ': ' || polname from policies
 where scope = 'share' and text !~ 'tenant\.share|to_party' or scope = 'sight' and text !~ 'tenant\.sight|to_party'
    -- Whoever reviews is asked which review, and what was given to it.
    or scope = 'review' and text !~ 'sealed_person|tenant\.review'
    and polrelid <> 'tenant.audit_entry'::regclass

-- the fault that must be noticed
alter policy return_box_agency_reads on tenant.return_box using (agency_id = (select app.sealed_party('agency')))
