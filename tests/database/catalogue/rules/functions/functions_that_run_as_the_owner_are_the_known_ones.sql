-- Who may run what as the owner. A new name in allowed_definers.txt needs a reason in the review.
select n.nspname || '.' || p.proname
  from pg_proc p
  join pg_namespace n on n.oid = p.pronamespace
 where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema', 'operator')
   and (n.nspname, p.proname) not in (select a.schema, a.name
                                        from (allowed_definers) as a (schema, name, who))

-- the fault that must be noticed
create function tenant.planted() returns int language sql security definer set search_path = pg_catalog, pg_temp return 1
