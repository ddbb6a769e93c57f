select v.review_id, v.person_id, c.name as reviewer,
       coalesce(c.here, false) as here, v.home, v.words, v.from_on, v.until_on, i.name as invited_by_name,
       v.invited_at, v.ended_at, n.return_id, n.version_no, n.organisation, n.title, n.template_code,
       n.template_version, n.sent_at,
       (select count(distinct t.item) from tenant.review_note t
         where t.tenant_id = n.tenant_id and t.review_id = n.review_id and t.return_id = n.return_id) as noted
from tenant.review v
join tenant.review_return n on n.tenant_id = v.tenant_id and n.review_id = v.review_id
left join (select k.person_id, max(k.person_name) as name,
                  bool_or(k.is_current and k.role in ('member', 'reviewer')) as here
             from identity.colleagues() k group by k.person_id) c on c.person_id = v.person_id
left join (select distinct on (k.person_id) k.person_id, k.person_name as name
             from identity.colleagues() k) i on i.person_id = v.invited_by
where v.tenant_id = app.party() and ($1::uuid is null or v.review_id = $1::uuid)
order by v.invited_at desc, v.review_id, n.organisation, n.return_id
