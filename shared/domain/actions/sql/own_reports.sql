select r.report_id, r.said, r.text, r.new_on, r.by_name, r.at,
       array(select distinct e.title::text
             from tenant.progress_report_evidence e
             where e.tenant_id = r.tenant_id and e.report_id = r.report_id
             order by 1) as pieces
from tenant.progress_report r
where r.tenant_id = app.party()
  and (r.commitment_id = $1
       or exists (select
                  from tenant.progress_report_action p
                  where p.tenant_id = r.tenant_id and p.report_id = r.report_id and p.action_id = $1))
order by r.at desc, r.report_id
limit 200
