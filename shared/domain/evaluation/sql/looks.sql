select l.look_no, l.words, l.sent_by, coalesce(s.name, '') as sent_by_name, l.sent_at,
  coalesce(l.outcome, '') as outcome, l.answer, coalesce(c.name, '') as closed_by_name, l.closed_at
from tenant.evaluation_look l
left join (
  select n.person_id, max(n.person_name) as name from identity.colleagues() n group by n.person_id) s
  on s.person_id = l.sent_by
left join (
  select n.person_id, max(n.person_name) as name from identity.colleagues() n group by n.person_id) c
  on c.person_id = l.closed_by
where l.tenant_id = app.party() and l.evaluation_id = $1::uuid
order by l.look_no
