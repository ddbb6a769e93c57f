select s.sign_no, s.role, s.name, s.signed_on, coalesce((
    select max(n.person_name) from identity.colleagues() n where n.person_id = s.noted_by), '')
    as noted_by_name
from tenant.report_sign_off s
where s.tenant_id = app.party() and s.report_id = $1::uuid and s.version_no = $2::integer
order by s.sign_no
