with wanted as (
  select a.action_id, coalesce(o.name, p.name, f.name, '') as organisation,
         coalesce(a.template_code, v.template_code) as form_code,
         coalesce(a.template_version, v.template_version) as form_version,
         n.person_name as with_name,
         row_number() over (
           order by case when $14::boolean then null else
           case $13::text when 'organisation' then lower(coalesce(o.name, p.name, f.name, ''))
           when 'lead' then lower(a.lead) end end asc nulls last,
           case when $14::boolean then
           case $13::text when 'organisation' then lower(coalesce(o.name, p.name, f.name, ''))
           when 'lead' then lower(a.lead) end end desc nulls last,
           case when $13::text = 'due' and not $14::boolean then a.by_on end asc nulls last,
           case when $13::text = 'due' and $14::boolean then a.by_on end desc nulls last,
           case when $13::text = 'news' and not $14::boolean then coalesce(a.news_at, a.made_at) end
           asc nulls last,
           case when $13::text = 'news' and $14::boolean then coalesce(a.news_at, a.made_at) end
           desc nulls last,
           case when $13::text = 'status' then
           (case when $14::boolean then -1 else 1 end)
           * case a.role when 'off_track' then 1 when 'at_risk' then 2 when 'on_track' then 3
           when 'complete' then 5 else 4 end end,
           a.by_on nulls last, a.action_id) as place,
         count(*) over () as everything
  from tenant.action a
  left join tenant.return r on r.tenant_id = a.tenant_id and r.return_id = a.return_id
  left join tenant.request q on q.tenant_id = r.tenant_id and q.request_id = r.request_id
  left join tenant.return_version v
    on v.tenant_id = a.tenant_id and v.return_id = a.return_id and v.version_no = a.version_no
  -- Each by its own key: one entry of either would be looked for among all of them.
  left join tenant.register_entry o on o.tenant_id = a.tenant_id and o.entry_id = a.entry_id
  left join tenant.register_entry p
    on p.tenant_id = q.tenant_id and p.entry_id = q.entry_id and a.entry_id is null
  left join tenancy.party_profile f on f.party_id = a.agency_id
  left join (select person_id, min(person_name) as person_name
             from identity.colleagues()
             where is_current
             group by person_id) n on n.person_id = a.with_person
  where a.tenant_id = app.party() and a.state <> 'withdrawn'
    and ($1::uuid is null or a.action_id = $1::uuid)
    -- What the action alone decides is asked first: most of them need no look at their organisation.
    and ('all' = any ($2::text[]) or 'closed' = any ($2::text[]) and a.state <> 'open'
         or a.state = 'open' and ($2::text[] && array['open', 'to_verify', 'with_nobody', 'gone']
                                  or 'overdue' = any ($2::text[]) and a.by_on < $3::date))
    and (a.state = 'open' and (coalesce(o.to_on, p.to_on) is null or cardinality($4::text[]) > 0)
         and ('open' = any ($2::text[])
              or ('overdue' = any ($2::text[]) and a.by_on < $3::date)
              or ('to_verify' = any ($2::text[]) and a.said = 'done')
              or ('with_nobody' = any ($2::text[]) and n.person_id is null))
         or ('closed' = any ($2::text[]) and a.state <> 'open')
         or ('gone' = any ($2::text[]) and a.state = 'open' and coalesce(o.to_on, p.to_on) is not null)
         or 'all' = any ($2::text[]))
    and (cardinality($4::text[]) = 0 or coalesce(o.entry_id, p.entry_id)::text = any ($4::text[])
         or a.agency_id::text = any ($4::text[]))
    and (cardinality($5::text[]) + cardinality($6::text[]) = 0
         or string_to_array(a.places, '|') && $5::text[] or a.area = any ($6::text[]))
    and (cardinality($7::text[]) = 0 or coalesce(a.role, 'none') = any ($7::text[]))
    and (cardinality($8::text[]) = 0 or a.source_kind = any ($8::text[]))
    and ($9::text = '' or position(lower($9::text) in lower(a.lead)) > 0
         or position(lower($9::text) in lower(a.what)) > 0
         or position(lower($9::text) in lower(coalesce(o.name, p.name, f.name, ''))) > 0)
    and (cardinality($10::text[]) = 0 or coalesce(n.person_id::text, 'nobody') = any ($10::text[]))
    and ($11::date is null or a.ended_at is null
         or a.ended_at >= $11::date::timestamp at time zone 'Europe/London')
    and ($12::date is null
         or a.made_at < ($12::date + 1)::timestamp at time zone 'Europe/London')
  order by place
  limit $15 offset $16)
select w.action_id, w.organisation, w.form_code, w.form_version, w.with_name, w.everything,
       a.agency_id, a.source_kind, a.return_id, a.area, a.change, string_to_array(a.places, '|') as places,
       a.what, a.how, a.lead, a.by_on, a.progress, a.evidence, a.risks, a.point, a.role, a.state, a.said,
       a.asked_again, a.withheld, a.with_person, a.version, a.made_at, a.news_at, a.ended_at
from wanted w
join tenant.action a on a.tenant_id = app.party() and a.action_id = w.action_id
order by w.place
