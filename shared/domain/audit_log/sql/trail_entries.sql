select w.entry_no as waiting_no, e.tenant_id, e.entry_no,
       to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
       to_char(e.business_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as business_at,
       e.person_id, e.role, e.job_id, e.what, e.subject_kind, e.subject_ref, e.facts::text as facts,
       e.payload, e.payload_salt, e.payload_digest, e.request_ref
from jobs.entries_to_seal($1::bigint, $2::integer) as w (entry_no)
left join tenant.audit_entry e on e.tenant_id = app.party() and e.entry_no = w.entry_no
order by w.entry_no
