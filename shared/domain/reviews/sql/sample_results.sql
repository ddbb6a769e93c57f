select t.return_id, t.evidence_no, t.result_no, t.outcome, t.note, t.at, c.name as by_name
from tenant.evidence_sample_result t
left join (select distinct on (k.person_id) k.person_id, k.person_name as name
             from identity.colleagues() k) c on c.person_id = t.by_person
where t.tenant_id = app.party() and t.sample_id = $1::uuid
order by t.result_no desc
