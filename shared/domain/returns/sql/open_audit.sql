insert into tenant.audit (tenant_id, kind, title, template_code, template_version, period, opens_on)
select app.party(), 'section11', left(normalize($4::text), 300), $1::text, $2::integer, $3::text,
       $5::date
where not exists (
  select from tenant.audit
  where tenant_id = app.party() and template_code = $1::text and template_version = $2::integer
    and period = $3::text and mode = 'single')
