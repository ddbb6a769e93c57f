select h.board_id, h.action_id
from (select a.tenant_id as board_id, a.action_id, a.agency_id,
             row_number() over (partition by a.tenant_id order by a.version_no desc nulls last, a.made_at desc,
                                a.action_id) as place
      from tenant.action_link l
      join tenant.action a on a.tenant_id = l.board_id and a.action_id = l.action_id
      where l.tenant_id = app.party() and l.commitment_id = $1 and a.state <> 'withdrawn') h
join tenancy.connection c
  on c.board_id = h.board_id and c.agency_id = h.agency_id and c.ended_at is null
where h.place = 1
  or exists (select
             from tenant.action_status s
             where s.tenant_id = h.board_id and s.action_id = h.action_id)
order by h.board_id, h.action_id
