insert into tenant.citation
  (tenant_id, evidence_id, unit_id, request_id, board_id, box_no, cited_by)
select app.party(), $1, $2, $3, $4, $5::text, app.person()
where not exists (
  select 1
  from tenant.citation c
  where c.tenant_id = app.party() and c.evidence_id = $1 and c.unit_id = $2
    and c.request_id = $3 and c.box_no = $5::text and c.removed_at is null)
