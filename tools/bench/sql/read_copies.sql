select r.tenant_id, r.return_id, 0, r.agency_id,
       b.nos, b.texts, b.states, b.digests, b.salts, s.boxes, s.kinds, s.requirements, s.versions, s.rules
  from tenant.return r
  join lateral (select array_agg(box_no order by position) as nos, array_agg(text order by position) as texts,
                       array_agg(state order by position) as states,
                       array_agg(digest order by position) as digests,
                       array_agg(salt order by position) as salts
                  from tenant.return_box x
                 where x.tenant_id = r.tenant_id and x.return_id = r.return_id and x.version_no = 1) b on true
  join lateral (select array_agg(box_no order by source_no) as boxes,
                       array_agg(kind order by source_no) as kinds,
                       array_agg(requirement_code order by source_no) as requirements,
                       array_agg(answer_version order by source_no) as versions,
                       array_agg(rule order by source_no) as rules
                  from tenant.box_source x
                 where x.tenant_id = r.tenant_id and x.return_id = r.return_id and x.version_no = 1) s on true
 where r.agency_id = bench.agency($1::int)
 order by r.tenant_id
