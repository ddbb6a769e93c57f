-- Prints docs/data-model.md from a migrated database and data-catalogue.tsv.
create temporary table catalogued (name text, col text, class text, retention text);
\copy catalogued from 'data-catalogue.tsv' with (format csv, delimiter E'\t', header true)

create temporary view tables as
select c.oid, n.nspname as schema, c.relname as name, n.nspname || '.' || c.relname as full_name,
       case when n.nspname <> 'tenant' then 'service'
            when bool_or(p.polroles @> array[b.oid]) and bool_or(p.polroles @> array[a.oid])
                 and bool_and(not p.polroles @> array[a.oid] or pg_get_expr(coalesce(p.polqual, p.polwithcheck), c.oid) like '(tenant_id = %')
              then 'board or agency'
            when bool_or(p.polroles @> array[a.oid] and pg_get_expr(coalesce(p.polqual, p.polwithcheck), c.oid) like '(tenant_id = %')
              then 'agency'
            else 'board' end as owner
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  cross join (select oid from pg_roles where rolname = 'scope_board') b
  cross join (select oid from pg_roles where rolname = 'scope_agency') a
  left join pg_policy p on p.polrelid = c.oid
 where c.relkind = 'r'
   and n.nspname in ('app', 'directory', 'identity', 'tenancy', 'catalogue', 'jobs', 'tenant')
 group by c.oid, n.nspname, c.relname;

create temporary view scopes as
select p.polrelid as oid,
       string_agg(distinct replace(r.rolname, 'scope_', '') || ' ' || p.verbs, ', ') as scopes
  from (select polrelid, unnest(polroles) as role,
               string_agg(case polcmd when 'r' then 'reads' when 'a' then 'adds' when 'w' then 'changes'
                                      when 'd' then 'removes' end, '/' order by polcmd = 'd', polcmd = 'w', polcmd = 'a') as verbs
          from pg_policy group by polrelid, unnest(polroles)) p
  join pg_roles r on r.oid = p.role
 group by p.polrelid;

select '# Data model

Written by `schemas/database/write-structure` from the migrated database and `schemas/database/data-catalogue.tsv`.
Do not edit. The decisions behind it are in `docs/decisions`; how to use it is in `schemas/database/README.md`.

A tenant is a party: a board or an agency. Each row of schema `tenant` belongs to the party in `tenant_id`; a row that
another party may see carries that party too. Arrows go from a row to what it points at.
';

select '## ' || g.title || E'\n\n```mermaid\nerDiagram\n' ||
       (select string_agg(distinct format('  %s }o--|| %s : "%s"', replace(f.full_name, '.', '_'),
                          replace(t.full_name, '.', '_'), k.conname), E'\n')
          from pg_constraint k
          join tables f on f.oid = k.conrelid
          join tables t on t.oid = k.confrelid
         where k.contype = 'f' and f.owner = g.owner and t.full_name not in ('tenancy.party', 'identity.person'))
       || E'\n```\n\n| table | scopes | classes of data | kept |\n|---|---|---|---|\n' ||
       (select string_agg(format('| `%s` | %s | %s | %s |', t.full_name,
                 coalesce(s.scopes,
                          case when has_table_privilege('scope_agency', t.oid, 'select') then 'every scope reads'
                               else 'functions only' end),
                 (select string_agg(distinct c.class, ', ') from catalogued c where c.name = t.full_name),
                 (select string_agg(distinct c.retention, ', ') from catalogued c where c.name = t.full_name)), E'\n'
               order by t.full_name)
          from tables t left join scopes s on s.oid = t.oid where t.owner = g.owner) || E'\n'
  from (values (1, 'service', 'Of the service'), (2, 'agency', 'Of an agency'), (3, 'board', 'Of a board'),
               (4, 'board or agency', 'Of either')) as g (position, owner, title)
 order by g.position;

select E'## Functions that run as the owner\n\nThey see no tenant''s rows: row security is forced on their owner too.\n\n| function | who may execute it |\n|---|---|\n' ||
       string_agg(format('| `%s.%s(%s)` | %s |', n.nspname, p.proname,
                         pg_get_function_identity_arguments(p.oid),
                         coalesce((select string_agg(r.rolname, ', ' order by r.rolname)
                                     from aclexplode(p.proacl) x join pg_roles r on r.oid = x.grantee
                                    where r.rolname <> 'owner'), 'nobody else')), E'\n'
                  order by n.nspname, p.proname)
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
 where p.prosecdef and n.nspname not like 'pg\_%' and n.nspname <> 'information_schema' and n.nspname <> 'x';
