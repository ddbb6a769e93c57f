select v.version, v.level, v.na_reason, v.describes, v.knows, v.improve, v.confirmed, v.saved_at,
       n.person_name
from tenant.board_answer_version v
left join (select distinct person_id, person_name from identity.colleagues()) n
  on n.person_id = v.saved_by
where v.tenant_id = app.party() and v.unit_id = $1 and v.board_id = $2 and v.requirement_code = $3
order by v.version desc
limit 100
