select s.chain_no, s.hash, s.entry_no as sealed_no, e.tenant_id, e.entry_no,
       to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
       to_char(e.business_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as business_at,
       e.person_id, e.role, e.job_id, e.what, e.subject_kind, e.subject_ref, e.facts::text as facts,
       e.payload, e.payload_salt, e.payload_digest, e.request_ref
from tenant.audit_seal s
left join tenant.audit_entry e on e.tenant_id = s.tenant_id and e.entry_no = s.entry_no
where s.tenant_id = $1::uuid and s.chain_no > $2::bigint
order by s.chain_no
limit $3::integer
