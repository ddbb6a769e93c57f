select array(
  select x.requirement_code::text
  from jsonb_populate_recordset(null::tenant.answer, $1::jsonb -> 'answers') x
  left join tenant.answer a
    on a.tenant_id = app.party() and a.unit_id = $2::uuid
   and a.requirement_code = x.requirement_code
  where coalesce(a.version, 0) < x.version
  order by 1) as requirements
