select v.review_id, v.person_id, null::text as reviewer, true as here, v.home, v.words, v.from_on,
       v.until_on,
       null::text as invited_by_name, v.invited_at, v.ended_at, n.return_id, n.version_no, n.organisation,
       n.title, n.template_code, n.template_version, n.sent_at,
       (select count(distinct t.item) from tenant.review_note t
         where t.tenant_id = n.tenant_id and t.review_id = n.review_id and t.return_id = n.return_id) as noted
from tenant.review v
join tenant.review_return n on n.tenant_id = v.tenant_id and n.review_id = v.review_id
where v.tenant_id = app.party()
order by v.until_on, v.review_id, n.organisation, n.return_id
