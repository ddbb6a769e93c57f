with old as (
  select * from tenant.register_entry
  where tenant_id = app.party() and entry_id = $1 and version = $2::integer
  for no key update),
kept as (
  update tenant.register_entry e
  set name = normalize($3::text), type = $4, own_ref = normalize($5::text), section11 = $6,
      parent_id = $7, notes = normalize($8::text), months = $9, completed_on = $10,
      version = e.version + 1
  from old o
  where e.tenant_id = o.tenant_id and e.entry_id = o.entry_id
  returning e.*)
insert into tenant.register_change
  (tenant_id, entry_id, change_no, what, was_name, name, facts, changed_by, changed_at)
select k.tenant_id, k.entry_id,
       1 + (select coalesce(max(c.change_no), 0) from tenant.register_change c
            where c.tenant_id = k.tenant_id and c.entry_id = k.entry_id),
       case when o.name <> k.name then 'renamed' else 'changed' end, o.name, k.name,
       (select coalesce(jsonb_object_agg(f.key, coalesce(f.value, '')), '{}')
        from jsonb_each_text(to_jsonb(o)) f
        where f.key <> 'version' and f.value is distinct from to_jsonb(k) ->> f.key),
       app.person(), $11::timestamptz
from kept k
join old o on o.entry_id = k.entry_id
returning change_no
