-- Each rating of each return of these exercises as it stands: what the organisation says, what the
-- board says of the latest version. Who has closed counts where the board is done with them.
select q.audit_id, q.entry_id, r.return_id, coalesce(n.name, '') as organisation,
       v.template_code, v.template_version, v.framework_code, v.framework_version,
       x.box_no, coalesce(x.section_code, i.section_code) as section_code, x.item_code, i.lineage_id,
       x.filled_by <> 'agency' as by_board,
       case when o.state in ('set', 'chosen') then o.point end as own,
       j.grade, coalesce(j.not_applicable, false)
         or (x.filled_by = 'agency' and coalesce(o.state = 'na', false)) as not_applicable,
       r.state in ('evaluated', 'signed_off') as released
from tenant.request q
join tenant.return r on r.tenant_id = q.tenant_id and r.request_id = q.request_id
join tenant.return_version v
  on v.tenant_id = r.tenant_id and v.return_id = r.return_id and v.version_no = r.latest_version
join catalogue.box x
  on x.template_code = v.template_code and x.version = v.template_version and x.content = 'rating'
left join catalogue.template_item i
  on i.template_code = x.template_code and i.version = x.version and i.item_code = x.item_code
left join tenant.register_entry n on n.tenant_id = q.tenant_id and n.entry_id = q.entry_id
left join lateral (
  select b.state, b.point from tenant.return_box b
  where b.tenant_id = r.tenant_id and b.return_id = r.return_id and b.version_no = r.latest_version
    and b.box_no = x.box_no
  limit 1) o on true
left join (
  select distinct on (e.return_id, e.version_no, b.box_no) e.return_id, e.version_no, b.box_no,
         b.grade, b.not_applicable
  from tenant.evaluation e
  join tenant.return m on m.tenant_id = e.tenant_id and m.return_id = e.return_id
  join tenant.request k on k.tenant_id = m.tenant_id and k.request_id = m.request_id
  join tenant.evaluation_box b on b.tenant_id = e.tenant_id and b.evaluation_id = e.evaluation_id
  where e.tenant_id = app.party() and e.state <> 'withdrawn' and b.how <> 'carried'
    and k.audit_id = any ($1::uuid[])
  order by e.return_id, e.version_no, b.box_no, b.version desc) j
  on j.return_id = r.return_id and j.version_no = r.latest_version and j.box_no = x.box_no
where q.tenant_id = app.party() and q.audit_id = any ($1::uuid[]) and q.state <> 'withdrawn'
  and q.left_out is null and (n.to_on is null or r.state in ('evaluated', 'signed_off'))
order by n.name, r.return_id, x.position
