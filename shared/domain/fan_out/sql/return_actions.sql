select n.action_id, n.kind as source_kind, n.area, n.change, n.what, n.how, n.lead, n.by_on, n.places
from tenant.return_action n
where n.tenant_id = $1::uuid and n.return_id = $2::uuid and n.version_no = $3::int
union all
-- Of before versions kept their own words.
select a.action_id, a.source_kind, a.area, a.change, a.what, a.how, a.lead, a.by_on, a.places
from tenant.action a
where a.tenant_id = $1::uuid and a.return_id = $2::uuid and a.version_no = $3::int
  and a.source_kind in ('commitment', 'promise')
  and not exists (select from tenant.return_action n
                  where n.tenant_id = $1::uuid and n.return_id = $2::uuid and n.version_no = $3::int)
order by by_on nulls last, action_id
