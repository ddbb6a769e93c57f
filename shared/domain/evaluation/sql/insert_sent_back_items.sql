insert into tenant.sent_back_item
  (tenant_id, return_id, round_no, box_no, position, agency_id, title, words, thread_id,
   requirements)
select r.tenant_id, r.return_id, $2::int, i.box_no, i.position, r.agency_id, normalize(i.title),
  normalize(i.words), i.thread_id, coalesce((
    select array_agg(distinct b.requirement_code::text) from tenant.box_source b
    where b.tenant_id = r.tenant_id and b.return_id = r.return_id and b.version_no = $3::int
      and b.requirement_code is not null and b.box_no = any (string_to_array(i.boxes, chr(31)))), '{}')
from tenant.return r
cross join unnest($4::text[], $5::text[], $6::text[], $7::text[], $8::uuid[]) with ordinality
  as i (box_no, title, words, boxes, thread_id, position)
where r.tenant_id = app.party() and r.return_id = $1::uuid
