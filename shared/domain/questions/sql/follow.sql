insert into tenant.thread_follower (tenant_id, board_id, thread_id)
values (app.party(), $1::uuid, $2::uuid)
on conflict do nothing
