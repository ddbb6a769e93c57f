select distinct on (t.review_id, t.return_id, t.item) t.review_id, t.return_id, t.item, t.version, t.grade,
       t.comment, t.at
from tenant.review_note t
where t.tenant_id = app.party() and ($1::uuid is null or t.review_id = $1::uuid)
  and ($2::uuid is null or t.return_id = $2::uuid)
order by t.review_id, t.return_id, t.item, t.version desc
