update tenant.action
set withheld = false, news_at = $2
where tenant_id = app.party() and return_id = $1 and withheld
