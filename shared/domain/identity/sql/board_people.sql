select p.membership_id, p.person_id, p.person_name, p.email, p.role, p."position", p.from_at, p.to_at,
       p.has_codes,
       p.role = 'manager' or exists (select from tenant.export_right e
         where e.tenant_id = app.party() and e.person_id = p.person_id and e.ended_at is null) as may_export
from identity.board_people() p
