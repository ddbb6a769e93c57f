with held as (
  select a.tenant_id, a.action_id, a.source_kind, a.return_id, a.version_no, a.what, a.how, a.lead,
         a.by_on, a.state, a.asked_again, a.unit_id, a.template_code, a.template_version, l.commitment_id,
         row_number() over (
           partition by a.tenant_id, coalesce(l.commitment_id, a.action_id)
           order by a.version_no desc nulls last, a.made_at desc, a.action_id) as place
  from tenant.action a
  left join tenant.action_link l
    on l.tenant_id = app.party() and l.board_id = a.tenant_id and l.action_id = a.action_id
  where a.agency_id = app.party() and a.state <> 'withdrawn')
select h.action_id, h.commitment_id, h.what, h.how, h.lead, h.by_on, h.state,
       f.name as board_name, f.area, f.mark, coalesce(h.template_code, v.template_code) as template_code,
       coalesce(h.template_version, v.template_version) as template_version,
       s.point, s.at as said_at, k.told as asked, k.at as asked_at
from held h
join tenancy.party_profile f on f.party_id = h.tenant_id
left join tenant.return r on r.tenant_id = h.tenant_id and r.return_id = h.return_id
left join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id
left join tenant.return_version v
  on v.tenant_id = h.tenant_id and v.return_id = h.return_id and v.version_no = h.version_no
left join lateral (
  select t.point, t.at
  from tenant.action_status t
  where t.tenant_id = h.tenant_id and t.action_id = h.action_id and t.point is not null
  order by t.status_no desc
  limit 1) s on true
left join lateral (
  select t.told, t.at
  from tenant.action_status t
  where t.tenant_id = h.tenant_id and t.action_id = h.action_id and t.kind = 'asked' and h.asked_again
  order by t.status_no desc
  limit 1) k on true
where h.place = 1
  and (h.source_kind <> 'promise' or h.version_no = r.latest_version
       or exists (select
                  from tenant.return_action n
                  where n.tenant_id = h.tenant_id and n.return_id = h.return_id
                    and n.version_no = r.latest_version and n.action_id = h.action_id))
  and (app.unit() is null or coalesce(h.unit_id, q.unit_id) = app.unit())
order by f.name, h.action_id
