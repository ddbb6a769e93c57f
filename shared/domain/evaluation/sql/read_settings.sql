select coalesce((
    select s.second_look from tenant.evaluation_setting s where s.tenant_id = app.party()), false)
    as second_look,
  coalesce((
    select s.keys from tenant.evaluator_setting s
    where s.tenant_id = app.party() and s.person_id = app.person()), false) as keys
