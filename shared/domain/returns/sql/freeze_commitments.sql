with frozen as (
  insert into tenant.submission_commitment
    (tenant_id, submission_id, commitment_id, commitment_version, board_id, what, how, lead, by_on,
     area, change, progress, evidence, risks)
  select c.tenant_id, $1, c.commitment_id, c.version, c.board_id, c.what, c.how, c.lead, c.by_on,
         c.area, c.change, c.progress, c.evidence, c.risks
  from tenant.commitment c
  where c.tenant_id = app.party() and c.unit_id = $2 and c.state <> 'withdrawn'
    and (c.board_id is null or c.board_id = any ($3::uuid[]))
  returning commitment_id, board_id)
insert into tenant.submission_commitment_subject
  (tenant_id, submission_id, commitment_id, subject_no, board_id, requirement_code, request_id,
   item_no)
select s.tenant_id, $1, s.commitment_id,
       row_number() over (partition by s.commitment_id order by s.subject_id),
       frozen.board_id, s.requirement_code, s.request_id, s.item_no
from tenant.commitment_subject s
join frozen on frozen.commitment_id = s.commitment_id
where s.tenant_id = app.party()
