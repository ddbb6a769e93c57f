-- A newer version that was accepted is no return that came.
select (select count(*)::integer from tenant.chase_mail m
         where m.tenant_id = app.party() and m.sent_at >= $1::timestamptz) as sent,
       (select count(*)::integer from tenant.return_version v
         where v.tenant_id = app.party() and v.version_no = 1 and v.delivered_at >= $1::timestamptz) as returns
