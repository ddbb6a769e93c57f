insert into tenant.action
  (tenant_id, agency_id, unit_id, entry_id, source_kind, source_ref, return_id, version_no, area, places, what,
   how, lead, by_on, progress, evidence, risks, scheme, template_code, template_version, with_person, made_at,
   news_at, withheld)
values (app.party(), $1, $2, $3, $4, $5, $6, $7, normalize($8::text), $9, normalize($10::text),
        normalize($11::text), normalize($12::text), $13, normalize($14::text), normalize($15::text),
        normalize($16::text), $17, $18, $19, $20, $21, $21, $22)
returning action_id
