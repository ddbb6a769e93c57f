-- In every function that makes or checks a seal at once, so that honest transactions go on working.
with sealing as (
  select p.oid, pg_get_functiondef(p.oid) as text
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
   where n.nspname in ('app', 'identity') and p.prosrc ~ 'encode\(sha256\(v_key')
select '', string_agg(regexp_replace(s.text, e.before, e.after, 'g'), ';' || chr(10))
  from sealing s
 cross join (values
   ('int4send\(pg_backend_pid\(\)\)', '''''::bytea'),
   ('timestamptz_send\(transaction_timestamp\(\)\)', '''''::bytea'),
   ('sha256\(v_key \|\| ', 'sha256('),
   (' \|\| v_key\), ''hex''', '), ''hex'''),
   ('sha256\(v_key \|\| (.*?) \|\| v_key\)', 'sha256(\1)'),
   ('encode\(sha256\(v_key.*?''hex''\)', '''open''')) as e (before, after)
 group by e.before, e.after
