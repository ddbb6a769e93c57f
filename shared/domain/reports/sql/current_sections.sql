select distinct on (s.section_key) s.section_key, s.save_no, s.words, s.how, s.by_person,
  coalesce(c.name, '') as by_name, s.at
from tenant.report_section s
left join (
  select n.person_id, max(n.person_name) as name from identity.colleagues() n group by n.person_id) c
  on c.person_id = s.by_person
where s.tenant_id = app.party() and s.report_id = $1::uuid and s.version_no = $2::integer
order by s.section_key, s.save_no desc
