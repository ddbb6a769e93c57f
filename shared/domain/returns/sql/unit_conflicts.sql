select array(
  select distinct h ->> 'requirement_code'
  from jsonb_array_elements($1::jsonb -> 'history') h
  join tenant.answer_version v
    on v.tenant_id = app.party() and v.unit_id = $2::uuid
   and v.requirement_code = h ->> 'requirement_code' and v.version = (h ->> 'version')::integer
  where to_jsonb(v) - array['tenant_id', 'unit_id', 'saved_by', 'saved_at']
        <> h - array['saved_by', 'saved_at']
     or v.saved_at <> (h ->> 'saved_at')::timestamptz
  order by 1) as requirements
