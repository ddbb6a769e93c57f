select s.submission_id, s.submitted_at, s.authorised_name, s.unit_id,
       case when u.parent_unit_id is not null then u.name end as site, d.request_id, d.board_id,
       r.title, r.due_on, p.name as board_name, p.area as board_area, p.mark as board_mark, d.state,
       j.state as job_state, j.tries, j.next_try_at, j.reason, d.delivered_at, d.result_hash, d.return_id,
       d.version_no, v.accepted_at, v.receipt_code, v.box_count, t.name as form_name
from tenant.delivery d
join tenant.submission s on s.tenant_id = d.tenant_id and s.submission_id = d.submission_id
join tenant.request r on r.tenant_id = d.board_id and r.request_id = d.request_id
join tenant.unit u on u.tenant_id = s.tenant_id and u.unit_id = s.unit_id
join tenancy.party_profile p on p.party_id = d.board_id
join catalogue.template_version t
  on t.template_code = r.template_code and t.version = r.template_version
left join jobs.my_deliveries($1) j
  on j.submission_id = d.submission_id and j.request_id = d.request_id
left join tenant.return_version v
  on v.tenant_id = d.board_id and v.return_id = d.return_id and v.version_no = d.version_no
where d.tenant_id = app.party() and (app.unit() is null or s.unit_id = app.unit())
  and ($1::uuid is null or d.submission_id = $1)
  and ($2::uuid is null or d.request_id = $2)
order by s.submitted_at desc, p.name, d.request_id
