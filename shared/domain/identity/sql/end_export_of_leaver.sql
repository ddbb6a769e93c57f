update tenant.export_right
set ended_by = app.person(), ended_at = now()
where tenant_id = app.party() and ended_at is null
  and person_id in (select p.person_id from identity.board_people() p where p.membership_id = $1::uuid)
