select c.relname || '.' || a.attname || ' changed' from pg_class c
   join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relnamespace = 'tenant'::regnamespace and c.relkind = 'r'
    and has_column_privilege('scope_merge', c.oid, a.attnum, 'update')
    and a.attname not in ('tenant_id', 'agency_id', 'unit_id', 'from_unit_id', 'version', 'from_version')
    and not (c.relname = 'evidence_blob' and a.attname in ('scan', 'leaving_at'))
union all
select c.relname || ' removed' from pg_class c
  where c.relnamespace = 'tenant'::regnamespace and c.relkind = 'r'
    and has_table_privilege('scope_merge', c.oid, 'delete')
union all
select c.relname || ' written' from pg_class c
  where c.relnamespace = 'tenant'::regnamespace and c.relkind = 'r'
    and has_any_column_privilege('scope_merge', c.oid, 'insert')
    and c.relname not in ('unit', 'evidence_blob', 'answer_version', 'board_answer_version',
                          'common_box_version', 'merged_answer', 'audit_entry')
union all
-- Of a board's rows it sees no more than that they are about one of the two rooms.
select c.relname || '.' || a.attname || ' read' from pg_class c
   join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relnamespace = 'tenant'::regnamespace and c.relkind = 'r'
    and exists (select from pg_attribute g where g.attrelid = c.oid and g.attname = 'agency_id')
    and has_column_privilege('scope_merge', c.oid, a.attnum, 'select')
    and a.attname not in ('agency_id', 'unit_id')
union all
-- Of an agency's rows the same, but where both rooms may have said something, and what a room holds once.
select c.relname || '.' || a.attname || ' read' from pg_class c
   join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relnamespace = 'tenant'::regnamespace and c.relkind = 'r'
    and not exists (select from pg_attribute g where g.attrelid = c.oid and g.attname = 'agency_id')
    and has_column_privilege('scope_merge', c.oid, a.attnum, 'select')
    and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p'
                       and a.attnum = any (k.conkey))
    and a.attname not in ('unit_id', 'board_id', 'from_unit_id', 'from_version')
    and c.relname not in ('unit', 'evidence_blob', 'answer', 'answer_text', 'answer_part', 'answer_version',
                          'board_answer', 'board_answer_version', 'common_box', 'common_box_version',
                          'assignment', 'lead_officer')
    and not (c.relname = 'merged_answer' and a.attname in ('kind', 'requirement_code', 'version'))
union all
-- Of the service's own tables it reads none, but the catalogue and who is connected with whom.
select c.relnamespace::regnamespace || '.' || c.relname || ' read' from pg_class c
  where c.relnamespace::regnamespace::text in ('app', 'directory', 'identity', 'jobs')
    and c.relkind in ('r', 'v', 'm') and has_any_column_privilege('scope_merge', c.oid, 'select')

-- the fault that must be noticed
grant update (text) on tenant.return_box to scope_merge
