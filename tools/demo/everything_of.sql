-- Builds one select over every table with an owner and runs it: one row of the party a line.
select string_agg(format('select to_jsonb(t)::text from %I.%I t where t.%I = %L',
                         n.nspname, c.relname, a.attname, :'party'), ' union all ')
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attname in ('tenant_id', 'party_id', 'board_id')
 where c.relkind = 'r' and n.nspname in ('tenant', 'tenancy', 'jobs', 'directory')
   and a.attname = case when n.nspname = 'tenant' then 'tenant_id' else a.attname end
\gexec
