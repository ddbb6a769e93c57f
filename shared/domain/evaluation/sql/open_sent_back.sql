select s.round_no, s.version_no, s.words, s.due_on, s.asked_at, coalesce((
    select max(n.person_name) from identity.colleagues() n where n.person_id = s.asked_by), '') as by_name,
  i.box_no, i.title, i.words as item_words, i.thread_id, coalesce(i.requirements, '{}') as requirements
from tenant.sent_back s
left join tenant.sent_back_item i
  on i.tenant_id = s.tenant_id and i.return_id = s.return_id and i.round_no = s.round_no
where s.tenant_id = app.party() and s.return_id = $1::uuid and s.withdrawn_at is null
  and s.round_no = (
    select max(m.round_no) from tenant.sent_back m
    where m.tenant_id = s.tenant_id and m.return_id = s.return_id and m.withdrawn_at is null)
order by i.position
