delete from tenant.promise
where tenant_id = app.party() and request_id = $1 and box_no = $2
