with unit as (
  select u.tenant_id, u.unit_id, u.name, u.organisation_id
  from tenant.unit u
  where u.tenant_id = app.party() and (u.name = $1 or u.unit_id::text = $1)),
pieces as (
  select e.*
  from tenant.evidence e
  join unit on unit.tenant_id = e.tenant_id
  left join tenant.evidence_blob f
    on f.tenant_id = e.tenant_id and f.blob_sha256 = e.blob_sha256
  where e.withdrawn_at is null and f.scan is distinct from 'blocked'
    and (e.unit_id = unit.unit_id
         or exists (select
                    from tenant.citation c
                    where c.tenant_id = e.tenant_id and c.evidence_id = e.evidence_id
                      and c.unit_id = unit.unit_id and c.removed_at is null))),
versions as (
  select v.*, f.scan, f.size_bytes as bytes, f.media_type as type
  from tenant.evidence_version v
  join pieces using (tenant_id, evidence_id)
  left join tenant.evidence_blob f
    on f.tenant_id = v.tenant_id and f.blob_sha256 = v.blob_sha256
  where f.scan is distinct from 'blocked'),
commitments as (
  select x.* from tenant.commitment x join unit using (tenant_id, unit_id)),
sent as (
  select s.* from tenant.submission s join unit using (tenant_id, unit_id)),
document as (
  select jsonb_build_object(
    'format', 'onereturn.unit/2',
    'unit', (select to_jsonb(unit) - 'tenant_id' from unit limit 1),
    'files', (select coalesce(jsonb_agg(distinct jsonb_build_object(
                'sha256', encode(v.blob_sha256, 'hex'), 'bytes', v.bytes, 'type', v.type)), '[]')
      from versions v where v.blob_sha256 is not null),
    'answers', (select coalesce(jsonb_agg(to_jsonb(x) - array['tenant_id', 'unit_id', 'mode',
                'inherited_version'] order by x.requirement_code), '[]')
      from tenant.answer x join unit using (tenant_id, unit_id)),
    'texts', (select coalesce(jsonb_agg(to_jsonb(x) - array['tenant_id', 'unit_id', 'facet_key']
                order by x.requirement_code, x.role, x.facet_key), '[]')
      from tenant.answer_text x join unit using (tenant_id, unit_id)),
    'parts', (select coalesce(jsonb_agg(to_jsonb(x) - array['tenant_id', 'unit_id']
                order by x.requirement_code, x.facet_code), '[]')
      from tenant.answer_part x join unit using (tenant_id, unit_id)),
    'history', (select coalesce(jsonb_agg(to_jsonb(x) - array['tenant_id', 'unit_id']
                order by x.requirement_code, x.version), '[]')
      from tenant.answer_version x join unit using (tenant_id, unit_id)),
    'commitments', (select coalesce(jsonb_agg(to_jsonb(x) - array['tenant_id', 'unit_id']
                order by x.commitment_id), '[]')
      from commitments x where x.board_id is null),
    'commitments_history', (select coalesce(jsonb_agg(to_jsonb(v) - 'tenant_id'
                order by v.commitment_id, v.version), '[]')
      from tenant.commitment_version v
      join commitments x using (tenant_id, commitment_id) where x.board_id is null),
    'commitments_about', (select coalesce(jsonb_agg(to_jsonb(s) - 'tenant_id'
                order by s.subject_id), '[]')
      from tenant.commitment_subject s
      join commitments x using (tenant_id, commitment_id)
      where x.board_id is null and s.requirement_code is not null),
    'evidence', (select coalesce(jsonb_agg(to_jsonb(x) - array['tenant_id', 'unit_id',
                'withdrawn_at'] order by x.evidence_id), '[]')
      from pieces x),
    'evidence_history', (select coalesce(jsonb_agg(to_jsonb(v) - array['tenant_id', 'scan', 'bytes',
                'type'] order by v.evidence_id, v.version), '[]')
      from versions v),
    'citations', (select coalesce(jsonb_agg(to_jsonb(c) - array['tenant_id', 'unit_id']
                order by c.citation_id), '[]')
      from tenant.citation c
      join unit using (tenant_id, unit_id)
      join pieces using (tenant_id, evidence_id)
      where c.requirement_code is not null),
    'record', jsonb_build_object(
      'taken_over', (select jsonb_agg(to_jsonb(x) - 'tenant_id' order by x.requirement_code)
        from tenant.inherited_answer x join unit using (tenant_id, unit_id)),
      'for_one_board', (select jsonb_agg(to_jsonb(x) - 'tenant_id'
                  order by x.board_id, x.requirement_code, x.version)
        from tenant.board_answer_version x join unit using (tenant_id, unit_id)),
      'boxes', (select jsonb_agg(to_jsonb(x) - 'tenant_id' order by x.request_id, x.box_no, x.kind)
        from tenant.board_box x join unit using (tenant_id, unit_id)),
      'boxes_history', (select jsonb_agg(to_jsonb(x) - 'tenant_id'
                  order by x.request_id, x.box_no, x.kind, x.version)
        from tenant.board_box_version x join unit using (tenant_id, unit_id)),
      'boxes_taken_over', (select jsonb_agg(to_jsonb(x) - 'tenant_id'
                  order by x.request_id, x.box_no)
        from tenant.inherited_box x join unit using (tenant_id, unit_id)),
      'commitments_to_one_board', (select jsonb_agg(to_jsonb(x) - 'tenant_id'
                  order by x.commitment_id)
        from commitments x where x.board_id is not null),
      'submissions', (select jsonb_agg(to_jsonb(x) - 'tenant_id'
                  order by x.submitted_at, x.submission_id)
        from sent x),
      'sent_answers', (select jsonb_agg(to_jsonb(x) - 'tenant_id'
                  order by x.submission_id, x.requirement_code)
        from tenant.submission_answer x join sent using (tenant_id, submission_id)),
      'sent_texts', (select jsonb_agg(to_jsonb(x) - 'tenant_id'
                  order by x.submission_id, x.requirement_code, x.role, x.facet_key)
        from tenant.submission_text x join sent using (tenant_id, submission_id)),
      'sent_to_one_board', (select jsonb_agg(to_jsonb(x) - 'tenant_id'
                  order by x.submission_id, x.board_id, x.line_no)
        from tenant.submission_box x join sent using (tenant_id, submission_id)),
      'sent_evidence', (select jsonb_agg(to_jsonb(x) - 'tenant_id'
                  order by x.submission_id, x.board_id, x.line_no)
        from tenant.submission_evidence x join sent using (tenant_id, submission_id)),
      'deliveries', (select jsonb_agg(to_jsonb(x) - 'tenant_id'
                  order by x.delivered_at, x.request_id)
        from tenant.delivery x join sent using (tenant_id, submission_id)),
      'brought', (select jsonb_agg(x.body order by x.brought_at, x.record_sha256)
        from tenant.unit_record x join unit using (tenant_id, unit_id)))) as body)
select (select count(*) from unit) as units,
       (select count(*) from versions v where v.scan = 'pending') as unchecked,
       array(select distinct encode(v.blob_sha256, 'hex')
             from versions v where v.blob_sha256 is not null order by 1) as files,
       jsonb_pretty(body || jsonb_build_object(
         'sha256', encode(sha256(convert_to(body::text, 'UTF8')), 'hex'))) as document
from document
