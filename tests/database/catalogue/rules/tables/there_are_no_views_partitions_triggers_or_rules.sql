select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where n.nspname in ('tenant', 'tenancy', 'identity', 'catalogue', 'directory', 'jobs', 'app')
     and (c.relkind in ('v', 'm', 'p', 'f') or c.relispartition)
union all
select t.tgrelid::regclass || ': ' || t.tgname from pg_trigger t where not t.tgisinternal
    -- Whoever replaces a version or erases words says so on the receipt (ADR 0060), and the words go from every
    -- file (ADR 0065).
    and (t.tgrelid::regclass::text, t.tgname) not in (('tenant.return', 'return_is_superseded'),
      ('tenant.return_box', 'return_box_is_redacted'), ('tenant.return_box', 'return_box_redaction_is_dated'))
    -- No writer of the trail can forget to have its entry sealed (ADR 0046), and no writer of a request or a
    -- return to count where it stands (ADR 0048).
    and (t.tgrelid::regclass::text, t.tgname) not in (('tenant.audit_entry', 'audit_entry_waits'),
      ('tenant.request', 'request_is_counted'), ('tenant.request', 'request_moves'),
      ('tenant.request', 'request_is_gone'),
      ('tenant.request', 'request_is_joined'), ('tenant.return', 'return_is_counted'),
      ('tenant.return', 'return_moves'))
union all
select r.ev_class::regclass || ': ' || r.rulename from pg_rewrite r
    join pg_class c on c.oid = r.ev_class join pg_namespace n on n.oid = c.relnamespace
   where n.nspname = 'tenant'

-- the fault that must be noticed
create view tenant.planted as select tenant_id from tenant.unit
