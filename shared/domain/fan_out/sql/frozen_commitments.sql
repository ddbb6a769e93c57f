select c.commitment_id, c.board_id is not null as for_this_board, c.what, c.how, c.lead, c.by_on,
  c.area, c.change, b.requirement_code, b.request_id is not null as of_item, b.item_no
from tenant.submission_commitment c
left join tenant.submission_commitment_subject b
  on b.tenant_id = c.tenant_id and b.submission_id = c.submission_id
  and b.commitment_id = c.commitment_id and (b.board_id is null or b.board_id = $2::uuid)
  and (b.request_id is null or b.request_id = $3::uuid)
where c.tenant_id = coalesce(app.source_tenant(), app.party()) and c.submission_id = $1::uuid
  and (c.board_id is null or c.board_id = $2::uuid)
order by c.commitment_id, b.subject_no
