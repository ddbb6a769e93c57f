select a.audit_id, a.title, a.mode, a.period, a.template_code, a.template_version,
       t.name as form_name, a.opens_on, a.due_on, coalesce(c.awaited, 0) as awaited,
       coalesce(c.to_evaluate, 0) as to_evaluate, coalesce(c.sent_back, 0) as sent_back,
       coalesce(c.evaluated, 0) as evaluated, coalesce(c.signed_off, 0) as signed_off,
       coalesce(c.left_out, 0) as left_out, coalesce(c.withdrawn, 0) as withdrawn,
       coalesce(w.started, 0) as started, coalesce(w.late, 0) as late
from tenant.audit a
join catalogue.template_version t
  on t.template_code = a.template_code and t.version = a.template_version
left join tenant.audit_count c on c.tenant_id = a.tenant_id and c.audit_id = a.audit_id
left join lateral (
  select count(*) filter (where r.return_id is null and p.drafted + p.confirmed > 0) as started,
         count(*) filter (where app.due_day(q.due_on, r.state, r.back_by) < $2::date) as late
  from tenant.request q
  left join tenant.request_progress p on p.tenant_id = q.tenant_id and p.request_id = q.request_id
  left join tenant.return r on r.tenant_id = q.tenant_id and r.request_id = q.request_id
  where q.tenant_id = app.party() and q.audit_id = a.audit_id and q.state = 'open'
    and q.left_out is null and (r.return_id is null or r.state = 'returned')) w on true
where a.tenant_id = app.party() and ($1::uuid is null or a.audit_id = $1)
order by a.opens_on desc nulls last, a.title, a.audit_id
limit $3::integer
