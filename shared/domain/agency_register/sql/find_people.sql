with found as (
  select c.contact_id, c.entry_id, c.role, r.words as role_words, c.name, c.position, c.email,
         c.telephone, c.valid_from, c.valid_to, c.added_from, '' as ended_from,
         '' as ended_because, c.bounced_at, c.bounce_reason, e.name as entry_name,
         r.position as place, count(*) over ()::integer as total
  from tenant.contact c
  join tenant.register_entry e on e.tenant_id = c.tenant_id and e.entry_id = c.entry_id
  join catalogue.contact_role r on r.role = c.role
  where c.tenant_id = app.party() and c.valid_to is null and e.to_on is null
    and (cardinality($2::text[]) = 0 or c.role = any ($2::text[]))
    and (not $3::boolean or c.bounced_at is not null)
    and ($1::text = '' or position(lower($1::text) in
         lower(c.name || ' ' || c.email || ' ' || e.name)) > 0)),
page as (
  select *, row_number() over (order by
    case when not $5::boolean then case when $4::boolean then entry_name else name end end,
    case when $5::boolean then case when $4::boolean then entry_name else name end end desc,
    place, name, contact_id) as row_no
  from found)
select * from page where row_no > $7::integer and row_no <= $7::integer + $6::integer
union all
select null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
       null, null, coalesce(max(total), 0), 0
from page
order by row_no
