with copy as (
  select v.tenant_id, v.return_id, v.version_no, v.template_code, v.template_version, v.hash,
         t.name, t.kind
    from tenant.return_version v
    join tenant.return r using (tenant_id, return_id)
    join catalogue.template_version t
      on t.template_code = v.template_code and t.version = v.template_version
   where v.tenant_id = :'board' and r.agency_id = :'agency'
   order by v.delivered_at desc, v.version_no desc
   limit 1
), box as (
  select b.box_no, b.text, b.point, b.state, c.content, c.filled_by, c.item_code, c.section_code
    from tenant.return_box b
    join copy using (tenant_id, return_id, version_no)
    join catalogue.box c on c.template_code = copy.template_code
                        and c.version = copy.template_version and c.box_no = b.box_no
), rated as (
  select * from box where content = 'rating' and filled_by <> 'board'
), words as (
  select * from box where filled_by = 'agency'
     and content in ('describes', 'knows', 'describes_then_knows', 'evidence', 'text')
), source as (
  select s.kind, s.requirement_code, s.item_code
    from tenant.box_source s join copy using (tenant_id, return_id, version_no)
)
select jsonb_build_object(
  'template', (select name from copy),
  'kind', (select kind from copy),
  'items', (select count(*) from catalogue.template_item i, copy
             where i.template_code = copy.template_code and i.version = copy.template_version),
  'boxes', (select count(*) from words),
  'empty', (select count(*) from words where coalesce(text, '') = ''),
  'ratings', (select count(*) from rated where point is not null),
  'grades', (select count(*) from box
              where content = 'rating' and filled_by = 'board' and point is not null)
          + (select count(*) from tenant.evaluation_box g
               join tenant.evaluation e using (tenant_id, evaluation_id)
               join copy using (tenant_id, return_id)),
  'set', (select count(*) from rated where state = 'set'),
  'chosen', (select count(*) from rated where state = 'chosen'),
  'unanswered', (select count(*) from rated where state = 'unanswered'),
  'no_point', (select count(*) from rated where state = 'no_point'),
  'na', (select count(*) from rated where state = 'na'),
  'residual', (select count(distinct item_code) from source where kind = 'residual'),
  'local', (select count(distinct requirement_code) from source where kind = 'local'),
  'actions', (select count(*) from tenant.action a where a.tenant_id = :'board'
               and a.agency_id = :'agency'),
  'details_empty', (select count(*) from box where content = 'detail' and coalesce(text, '') = ''),
  -- Points that demand an action (amber, red) and have none in the form.
  'action_missing', (select count(*) from rated, copy
     join catalogue.template_version t
       on t.template_code = copy.template_code and t.version = copy.template_version,
     jsonb_array_elements(t.body::jsonb -> 'scale' -> 'points') p
     where p ->> 'code' = rated.point and (p ->> 'action_demanded')::boolean
       and not exists (select from tenant.action a
         where a.tenant_id = :'board' and a.agency_id = :'agency'
           and string_to_array(a.places, '|') && array[rated.item_code::text, rated.section_code::text])),
  'sha256', (select encode(hash, 'hex') from copy));
