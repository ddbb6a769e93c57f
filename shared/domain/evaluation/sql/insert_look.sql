insert into tenant.evaluation_look (tenant_id, evaluation_id, look_no, words, sent_by, sent_at)
select app.party(), $1::uuid, coalesce(max(l.look_no), 0) + 1, normalize($2::text),
  app.person(), $3::timestamptz
from tenant.evaluation_look l
where l.tenant_id = app.party() and l.evaluation_id = $1::uuid
