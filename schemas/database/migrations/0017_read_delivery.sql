-- What one delivery is about.
create type app.frozen_head as (
  submission_id uuid, request_id uuid, board_id uuid, way text, template_code text, template_version integer,
  framework_code text, framework_version integer, mapping_version integer, parts text[],
  authorised_name text, authorised_position text, statement text, submitted_at timestamptz, board_name text, board_area text,
  board_aliases text[], board_procedures text[]);

-- One frozen line of any part: what a part does not have is null.
create type app.frozen_line as (
  part text, line_no integer, requirement_code text, box_no text,
  kind text, role text, subject text, text text, level integer, point text, na_reason text, reason text,
  by_on date, chosen_by text, source_version integer,
  evidence_id uuid, title text, kept_where text,
  commitment_id uuid, for_this_board boolean, of_item boolean, item_no text, what text, how text, lead text,
  area text, change text);

-- Every frozen line that one board's copy is made from, except the common answers. Sees what the
-- transaction's own scope sees.
create function app.frozen_lines(p_tenant uuid, p_submission uuid, p_board uuid, p_request uuid)
returns setof app.frozen_line
language plpgsql stable security invoker
as $$
#variable_conflict use_column
begin
  return query
    select 'box'::text, b.line_no, b.requirement_code::text, b.box_no::text, b.kind::text, b.role::text,
           b.subject::text, b.text::text, b.level::integer, b.point::text, b.na_reason::text, b.reason::text,
           b.by_on, b.chosen_by::text, b.source_version::integer, null::uuid, null::text, null::text,
           null::uuid, null::boolean, null::boolean, null::text, null::text, null::text, null::text,
           null::text, null::text
      from tenant.submission_box b
     where b.tenant_id = p_tenant and b.submission_id = p_submission and b.board_id = p_board
       and (b.request_id is null or b.request_id = p_request);
  return query
    select 'commitment'::text, (row_number() over (order by c.commitment_id, s.subject_no))::integer,
           s.requirement_code::text, null::text, null::text, null::text, null::text, null::text,
           null::integer, null::text, null::text, null::text, c.by_on, null::text, null::integer,
           null::uuid, null::text, null::text, c.commitment_id, c.board_id is not null,
           s.request_id is not null, s.item_no::text, c.what::text, c.how::text, c.lead::text, c.area::text,
           c.change::text
      from tenant.submission_commitment c
      left join tenant.submission_commitment_subject s
        on s.tenant_id = c.tenant_id and s.submission_id = c.submission_id
       and s.commitment_id = c.commitment_id and (s.board_id is null or s.board_id = p_board)
       and (s.request_id is null or s.request_id = p_request)
     where c.tenant_id = p_tenant and c.submission_id = p_submission
       and (c.board_id is null or c.board_id = p_board);
  return query
    select 'evidence'::text, e.line_no, e.requirement_code::text, e.box_no::text, null::text, null::text,
           null::text, null::text, null::integer, null::text, null::text, null::text, null::date,
           null::text, null::integer, e.evidence_id, e.title::text, e.kept_where::text, null::uuid,
           null::boolean, null::boolean, null::text, null::text, null::text, null::text, null::text,
           null::text
      from tenant.submission_evidence e
     where e.tenant_id = p_tenant and e.submission_id = p_submission and e.board_id = p_board
       and (e.request_id is null or e.request_id = p_request);
end $$;

-- Everything that the claimed delivery is made from, except the common answers, in one call: the head on
-- every row. No row when the delivery is gone.
create function app.read_delivery(p_job_id uuid, p_fence bigint)
returns table (head app.frozen_head, line app.frozen_line)
language plpgsql security invoker
as $$
#variable_conflict use_column
declare
  v_job record := identity.enter_job(p_job_id, p_fence);
begin
  return query
    select row(d.submission_id, d.request_id, d.board_id, d.way, d.template_code, d.template_version,
               d.framework_code, d.framework_version, d.mapping_version,
               coalesce(d.parts, '{}'), s.authorised_name, s.authorised_position, s.statement, s.submitted_at, p.name, p.area, p.aliases,
               p.procedures)::app.frozen_head, l
      from tenant.delivery d
      join tenant.submission s on s.tenant_id = d.tenant_id and s.submission_id = d.submission_id
      join tenancy.party_profile p on p.party_id = d.board_id
      left join lateral app.frozen_lines(d.tenant_id, d.submission_id, d.board_id, d.request_id) l on true
     where d.tenant_id = v_job.source_tenant and d.submission_id = v_job.source_ref
       and d.request_id = v_job.target_ref and d.board_id = v_job.party_id
     order by l.part, l.line_no;
end $$;

grant execute on function app.frozen_lines(uuid, uuid, uuid, uuid) to scope_agency, scope_delivery;
grant execute on function app.read_delivery(uuid, bigint) to worker;
