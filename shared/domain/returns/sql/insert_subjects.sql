insert into tenant.commitment_subject
  (tenant_id, commitment_id, requirement_code, request_id, board_id, item_no)
select distinct app.party(), $1::uuid, s.requirement_code, s.request_id, s.board_id, s.item_no
from unnest($2::text[], $3::uuid[], $4::uuid[], $5::text[])
  as s (requirement_code, request_id, board_id, item_no)
