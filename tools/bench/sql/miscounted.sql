with counted as (
  select q.tenant_id, q.audit_id,
         count(*) filter (where s.standing = 'awaited') as awaited,
         count(*) filter (where s.standing = 'to_evaluate') as to_evaluate,
         count(*) filter (where s.standing = 'sent_back') as sent_back,
         count(*) filter (where s.standing = 'evaluated') as evaluated,
         count(*) filter (where s.standing = 'signed_off') as signed_off,
         count(*) filter (where s.standing = 'left_out') as left_out,
         count(*) filter (where s.standing = 'withdrawn') as withdrawn
  from tenant.request q
  left join tenant.return r on r.tenant_id = q.tenant_id and r.request_id = q.request_id
  cross join lateral (select app.standing(q.state, q.left_out, r.state) as standing) s
  group by q.tenant_id, q.audit_id)
select coalesce(c.tenant_id, k.tenant_id), coalesce(c.audit_id, k.audit_id),
       format('kept %s, counted %s', row (k.awaited, k.to_evaluate, k.sent_back, k.evaluated, k.signed_off,
                k.left_out, k.withdrawn),
              row (c.awaited, c.to_evaluate, c.sent_back, c.evaluated, c.signed_off, c.left_out,
                c.withdrawn)) as difference
from counted c
full join tenant.audit_count k on k.tenant_id = c.tenant_id and k.audit_id = c.audit_id
where (coalesce(k.awaited, 0), coalesce(k.to_evaluate, 0), coalesce(k.sent_back, 0),
       coalesce(k.evaluated, 0), coalesce(k.signed_off, 0), coalesce(k.left_out, 0),
       coalesce(k.withdrawn, 0))
      <> (coalesce(c.awaited, 0), coalesce(c.to_evaluate, 0), coalesce(c.sent_back, 0),
          coalesce(c.evaluated, 0), coalesce(c.signed_off, 0), coalesce(c.left_out, 0),
          coalesce(c.withdrawn, 0))
order by 1, 2
