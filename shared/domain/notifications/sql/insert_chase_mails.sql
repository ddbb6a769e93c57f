insert into tenant.chase_mail (tenant_id, mail_id, on_day, email, name, contact_id, rung, queued_at)
select app.party(), m.mail_id, $6::date, m.email, m.name, m.contact_id, m.rung, $7::timestamptz
from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::text[])
  as m (mail_id, email, name, contact_id, rung)
on conflict (tenant_id, lower(email), on_day) where state <> 'stopped' do nothing
returning mail_id
