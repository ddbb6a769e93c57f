insert into tenant.evidence_grant (tenant_id, evidence_id, board_id, granted_by)
select app.party(), $1, asked.board_id, app.person()
from (select distinct board_id from unnest($2::uuid[]) as board_id) asked
where not exists (
  select 1
  from tenant.evidence_grant g
  where g.tenant_id = app.party() and g.evidence_id = $1 and g.board_id = asked.board_id)
