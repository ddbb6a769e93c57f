select distinct t.template_code, t.version, t.name
from catalogue.template_version t
join tenant.request q on q.template_code = t.template_code and q.template_version = t.version
join catalogue.box x on x.template_code = t.template_code and x.version = t.version
  and x.filled_by = 'agency_then_board' and x.content = 'rating'
where q.tenant_id = app.party()
order by t.name, t.version desc
