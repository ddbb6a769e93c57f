select m.merged_id, m.kind, m.unit_id, m.requirement_code, p.name as board, m.box_no, m.version,
       m.level, m.na_reason, m.describes, m.knows, m.improve, m.from_room, m.merged_at
from tenant.merged_answer m
left join tenancy.party_profile p on p.party_id = m.board_id
where m.tenant_id = app.party() and m.settled_at is null
order by length(m.requirement_code), m.requirement_code, m.merged_at, m.merged_id
