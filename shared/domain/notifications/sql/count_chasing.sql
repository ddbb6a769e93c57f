select (select count(*)::integer from tenant.chase_mail m
         where m.tenant_id = app.party() and m.sent_at >= $1::timestamptz) as sent,
       (select count(*)::integer from tenant.return r
         where r.tenant_id = app.party() and r.received_at >= $1::timestamptz) as returns
