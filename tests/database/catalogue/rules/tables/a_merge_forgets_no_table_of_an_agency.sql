-- A table of an agency or about one, made after the scope of a merge was, needs "call app.cover_merge()" at
-- the end of its migration; one that stays behind is named in app.merge_plan.
select p.name || ' is not covered' from app.merge_plan() p
  where not has_column_privilege('scope_merge', ('tenant.' || quote_ident(p.name))::regclass,
                                 case p.side when 'board' then 'agency_id' else 'tenant_id' end, 'update')
     or not exists (select from pg_policy y where y.polrelid = ('tenant.' || quote_ident(p.name))::regclass
                       and y.polcmd = 'w' and 'scope_merge'::regrole = any (y.polroles))
union all
select c.relname || ' has a place that a merge does not know: ' || a.attname from pg_class c
   join app.merge_plan() p on p.name = c.relname
   join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relnamespace = 'tenant'::regnamespace and a.attname ~ 'unit_id$'
    and p.side <> 'copied' and a.attname <> all (p.unit_columns)
union all
select k.conrelid::regclass || ': ' || k.conname || ' cannot wait for the end' from pg_constraint k
   join pg_class c on c.oid = k.conrelid
  where k.contype = 'f' and c.relnamespace = 'tenant'::regnamespace and not k.condeferrable
    and (k.confrelid = 'tenancy.connection'::regclass
         or k.confrelid in (select t.oid from pg_class t where t.relnamespace = 'tenant'::regnamespace))
union all
-- A key without a random part can be held by both rooms: the merge must say what becomes of it.
select i.indexrelid::regclass || ' can be held by both rooms' from pg_index i
   join pg_class c on c.oid = i.indrelid
   join app.merge_plan() p on p.name = c.relname and p.side <> 'board'
  where i.indisunique and c.relnamespace = 'tenant'::regnamespace
    and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attnum = any (i.indkey)
                       and a.attname ~ '_id$' and a.attname not in ('tenant_id', 'unit_id', 'from_unit_id',
                         'board_id', 'parent_unit_id', 'person_id', 'organisation_id'))
    and c.relname not in ('unit', 'evidence_blob', 'answer', 'answer_text', 'answer_part', 'answer_version',
                          'board_answer', 'board_answer_version', 'common_box', 'common_box_version',
                          'lead_officer', 'assignment')
    -- Only of a place, which takes from another place of the same room.
    and c.relname not in ('inherited_answer', 'unit_record')

-- the fault that must be noticed
create table tenant.planted (tenant_id uuid not null, agency_id uuid)
