with unit as (
  select u.unit_id, u.name, u.parent_unit_id
  from tenant.unit u
  where u.tenant_id = app.party() and (u.name = $1 or u.unit_id::text = $1)),
sent as (
  select s.submission_id
  from tenant.submission s
  join unit on unit.unit_id = s.unit_id
  where s.tenant_id = app.party())
select (select count(*) from unit) as units,
jsonb_pretty(jsonb_build_object(
  'format', 'onereturn.unit/1',
  'unit', (select to_jsonb(unit) from unit limit 1),
  'answers', (select jsonb_agg(to_jsonb(x) - 'tenant_id' order by x.requirement_code)
    from tenant.answer x join unit using (unit_id) where x.tenant_id = app.party()),
  'texts', (select jsonb_agg(to_jsonb(x) - 'tenant_id' order by x.requirement_code, x.role)
    from tenant.answer_text x join unit using (unit_id) where x.tenant_id = app.party()),
  'parts', (select jsonb_agg(to_jsonb(x) - 'tenant_id' order by x.facet_code)
    from tenant.answer_part x join unit using (unit_id) where x.tenant_id = app.party()),
  'history', (select jsonb_agg(to_jsonb(x) - 'tenant_id' order by x.requirement_code, x.version)
    from tenant.answer_version x join unit using (unit_id) where x.tenant_id = app.party()),
  'inherited_answers', (select jsonb_agg(to_jsonb(x) - 'tenant_id' order by x.requirement_code)
    from tenant.inherited_answer x join unit using (unit_id) where x.tenant_id = app.party()),
  'for_one_board', (select jsonb_agg(to_jsonb(x) - 'tenant_id' order by x.board_id, x.version)
    from tenant.board_answer_version x join unit using (unit_id)
    where x.tenant_id = app.party()),
  'boxes', (select jsonb_agg(to_jsonb(x) - 'tenant_id' order by x.request_id, x.box_no, x.kind)
    from tenant.board_box x join unit using (unit_id) where x.tenant_id = app.party()),
  'boxes_history', (select jsonb_agg(to_jsonb(x) - 'tenant_id' order by x.box_no, x.version)
    from tenant.board_box_version x join unit using (unit_id) where x.tenant_id = app.party()),
  'inherited_boxes', (select jsonb_agg(to_jsonb(x) - 'tenant_id' order by x.box_no)
    from tenant.inherited_box x join unit using (unit_id) where x.tenant_id = app.party()),
  'commitments', (select jsonb_agg(to_jsonb(x) - 'tenant_id' order by x.commitment_id)
    from tenant.commitment x join unit using (unit_id) where x.tenant_id = app.party()),
  'citations', (select jsonb_agg(to_jsonb(x) - 'tenant_id' order by x.cited_at)
    from tenant.citation x join unit using (unit_id) where x.tenant_id = app.party()),
  'submissions', (select jsonb_agg(to_jsonb(x) - 'tenant_id' order by x.submitted_at)
    from tenant.submission x join sent using (submission_id) where x.tenant_id = app.party()),
  'sent_answers', (select jsonb_agg(to_jsonb(x) - 'tenant_id' order by x.requirement_code)
    from tenant.submission_answer x join sent using (submission_id)
    where x.tenant_id = app.party()),
  'sent_texts', (select jsonb_agg(to_jsonb(x) - 'tenant_id' order by x.requirement_code)
    from tenant.submission_text x join sent using (submission_id)
    where x.tenant_id = app.party()),
  'sent_to_one_board', (select jsonb_agg(to_jsonb(x) - 'tenant_id' order by x.line_no)
    from tenant.submission_box x join sent using (submission_id)
    where x.tenant_id = app.party()),
  'deliveries', (select jsonb_agg(to_jsonb(x) - 'tenant_id' order by x.delivered_at)
    from tenant.delivery x join sent using (submission_id) where x.tenant_id = app.party())
)) as document
