-- A board reads and adds what is its own. Where more is asked of it, or of who reviews for it, that is known here.
with known (relation, policy, asks) as (values
    ('tenant.action', 'action_board_reads', 'NOT \(EXISTS .* tenant\.return_version v'),
    ('tenant.report_draft', 'report_draft_board_changes', 'NOT \(EXISTS .* tenant\.report_finish f'),
    ('tenant.report_section', 'report_section_board_adds', 'NOT \(EXISTS .* tenant\.report_finish f'),
    ('tenant.report_sign_off', 'report_sign_off_board_adds', 'EXISTS .* tenant\.report_finish f'),
    ('tenant.review_note', 'review_note_board_reads', 'n\.sent_at IS NOT NULL'),
    ('tenant.review_note', 'review_note_review_adds', 'n\.sent_at IS NULL'),
    ('tenant.thread', 'thread_board_adds', 'begun_by\)::text = ''board'''),
    ('tenant.thread_message', 'thread_message_board_adds', 'side\)::text = ''board''')),
policies as (
  select p.polrelid::regclass::text as relation, p.polname::text as policy,
         substr(r.rolname, 7) as scope,
         regexp_replace(coalesce(pg_get_expr(p.polqual, p.polrelid), '')
           || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), ''), '\s+', ' ', 'g') as text
    from pg_policy p
    join pg_roles r on r.oid = any (p.polroles))
select k.relation || ': ' || k.policy || ' asks no more than the party' from known k
 where not exists (select from policies p
                    where p.relation = k.relation and p.policy = k.policy and p.text ~ k.asks)
union all
select p.relation || ': ' || p.policy || ' asks something that is not known here' from policies p
 where p.scope = 'board' and p.text ~ ' AND '
   and not exists (select from known k where k.relation = p.relation and k.policy = p.policy)

-- the fault that must be noticed
alter policy thread_board_adds on tenant.thread with check (tenant_id = (select app.sealed_party('board')))
