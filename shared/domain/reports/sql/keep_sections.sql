insert into tenant.report_section
  (tenant_id, report_id, version_no, section_key, save_no, words, how, by_person, at)
select s.tenant_id, s.report_id, $3::integer, s.section_key, 1, s.words, 'kept', s.by_person, s.at
from (
  select distinct on (k.section_key) k.*
  from tenant.report_section k
  where k.tenant_id = app.party() and k.report_id = $1::uuid and k.version_no = $2::integer
  order by k.section_key, k.save_no desc) s
