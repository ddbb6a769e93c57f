select app.unit() is not null and (
  exists (select 1
          from tenant.citation c
          where c.tenant_id = app.party() and c.evidence_id = $1 and c.removed_at is null
            and c.unit_id <> app.unit())
  or not exists (select 1
                 from tenant.evidence e
                 where e.tenant_id = app.party() and e.evidence_id = $1
                   and e.unit_id = app.unit())) as shared
