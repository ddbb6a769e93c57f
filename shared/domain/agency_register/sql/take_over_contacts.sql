-- Each ends where it was and begins where one writes from now on, once for each person there.
with gone as (
  update tenant.contact c
  set valid_to = greatest($3::date, c.valid_from), ended_from = 'board', ended_because = 'corrected',
      ended_by = $4, ended_at = $5
  where c.tenant_id = app.party() and c.entry_id = $1 and c.valid_to is null
  returning c.*)
insert into tenant.contact (tenant_id, entry_id, agency_id, role, name, position, email, telephone,
                            valid_from, replaces_id, added_by, added_at, bounced_at, bounce_reason)
select e.tenant_id, e.entry_id, e.agency_id, g.role, g.name, g.position, g.email, g.telephone,
       $3::date, g.contact_id, $4, $5, g.bounced_at, g.bounce_reason
from gone g
join tenant.register_entry e on e.tenant_id = g.tenant_id and e.entry_id = $2
where not exists (
  select from tenant.contact h
  where h.tenant_id = e.tenant_id and h.entry_id = e.entry_id and h.valid_to is null
    and h.role = g.role and lower(h.email) = lower(g.email) and h.name = g.name)
