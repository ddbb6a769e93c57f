-- Each sealed reader alone: the seal not compared, the scope not compared, another part answered.
select '', case when edited.text = pg_get_functiondef(p.oid) then 'select ''nothing was edited'' / 0' else edited.text end
  from pg_proc p
 cross join (values
   ('current_setting\(''onereturn\.seal'', true\)\s*= encode\(.*?''hex''\)', 'true'),
   ('split_part\(v_scope, ''\|'', 1\) = p_scope', 'true')) as e (before, after)
 cross join lateral (select regexp_replace(pg_get_functiondef(p.oid), e.before, e.after) as text) edited
 where p.pronamespace = 'app'::regnamespace and p.proname like 'sealed\_%'
union all
select '', regexp_replace(pg_get_functiondef(p.oid), 'return .*?;',
                          case p.proname when 'sealed_scope' then 'return false;'
                                         when 'sealed_rooms' then 'return ''{}'';' else 'return null;' end)
  from pg_proc p
 where p.pronamespace = 'app'::regnamespace and p.proname like 'sealed\_%'
