-- A text that no longer stands in its function gives a statement that fails: then this list is old.
select '', case when edited.text = pg_get_functiondef(p.oid)
                then format('select %L / 0', e.name || ' has no more: ' || e.before) else edited.text end
  from (values
    ('look_up_session', 's.token_hash = p_token_hash', 's.token_hash is not null'),
    ('look_up_session', 'and s.ended_at is null', ''),
    ('look_up_session', 'and s.expires_at > transaction_timestamp()', ''),
    ('look_up_session', 'and m.from_at <= transaction_timestamp()', ''),
    ('look_up_session', 'and (m.to_at is null or m.to_at > transaction_timestamp())', ''),
    ('look_up_session', 'and n.disabled_at is null', ''),
    ('look_up_session', 'and p.status in (''active'', ''leaving'')', ''),
    ('look_up_session', 'p.status in (''active'', ''leaving'')', 'p.status <> ''invited'''),
    ('look_up_session', '''|'' || party_id', '''|'' || coalesce(party_id, person_id)'),
    ('look_up_session', 'coalesce(unit_id::text, '''')', ''''''),
    ('look_up_loan', 'p_scope not in (''share'', ''sight'') or ', ''),
    ('look_up_loan', ' or party_kind not in (''board'', ''nation'')', ''),
    ('look_up_loan', '''|'' || p_lender', '''|'' || party_id'),
    ('look_up_job', 'and j.fence = p_fence', ''),
    ('look_up_job', 'and j.state = ''running''', ''),
    ('look_up_job', 'j.state = ''running'' and j.lease_until > clock_timestamp()', 'j.state <> ''parked'''),
    ('look_up_job', 'and j.lease_until > clock_timestamp()', ''),
    ('look_up_job', 'j.job_id = p_job_id', 'j.lease_until is not null'),
    ('look_up_merge', 'm.state = ''open''', 'true'),
    ('look_up_merge', 'v_party in (m.stays_id, m.goes_id)', 'true'),
    ('look_up_merge', 'and m.stays_agreed_at is not null', ''),
    ('look_up_merge', 'and m.goes_agreed_at is not null', ''),
    ('look_up_merge', 'and identity.still_leads(m.stays_agreed_by, m.stays_id)', ''),
    ('look_up_merge', 'and identity.still_leads(m.goes_agreed_by, m.goes_id)', ''),
    ('look_up_merge', 'and s.status = ''active''', ''),
    ('look_up_merge', 'and g.status = ''active''', ''),
    ('enter', 'identity.look_up_session(p_token_hash)',
     'identity.look_up_session((select sha256(''lead one''::bytea)))'),
    ('enter', 'v_found.seal, true', '''open'', true'),
    ('enter_job', 'identity.look_up_job(p_job_id, p_fence)',
     'identity.look_up_job(''90000000-0000-4000-8000-000000000001'', 1)'),
    ('enter_merge', '''scope_merge''', '''scope_agency'''),
    ('hold_room', 'if found then', 'if false then')) as e (name, before, after)
  left join pg_proc p on p.pronamespace = 'identity'::regnamespace and p.proname = e.name
 cross join lateral (select replace(pg_get_functiondef(p.oid), e.before, e.after) as text) edited
