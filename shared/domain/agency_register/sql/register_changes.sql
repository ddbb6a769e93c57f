select c.what, c.was_name, c.name, c.other_id, o.name as other_name, c.reason, c.changed_at,
       n.person_name as by,
       array(select f.key from jsonb_each_text(c.facts) f order by f.key) as fields,
       array(select case f.key
                      when 'parent_id' then coalesce((select p.name from tenant.register_entry p
                        where p.tenant_id = c.tenant_id and p.entry_id::text = f.value), '')
                      when 'type' then coalesce((select t.words from tenant.entry_type t
                        where t.tenant_id = c.tenant_id and t.type = f.value),
                        (select k.words from catalogue.entry_type k where k.type = f.value), f.value)
                      else f.value end
             from jsonb_each_text(c.facts) f order by f.key) as values
from tenant.register_change c
left join tenant.register_entry o on o.tenant_id = c.tenant_id and o.entry_id = c.other_id
left join (select distinct person_id, person_name from identity.colleagues()) n
  on n.person_id = c.changed_by
where c.tenant_id = app.party() and c.entry_id = $1
order by c.change_no desc
limit 200
