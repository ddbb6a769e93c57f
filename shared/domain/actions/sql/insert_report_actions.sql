insert into tenant.progress_report_action (tenant_id, report_id, board_id, action_id)
select app.party(), $1, t.board_id, t.action_id
from unnest($2::uuid[], $3::uuid[]) as t (board_id, action_id)
