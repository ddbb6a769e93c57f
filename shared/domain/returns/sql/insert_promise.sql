insert into tenant.promise (tenant_id, unit_id, request_id, board_id, box_no, by_on, by_whom, made_by)
values (app.party(), $1, $2, $3, $4, $5, normalize($6::text), app.person())
on conflict on constraint promise_key do nothing
returning box_no
