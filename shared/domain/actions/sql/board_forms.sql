select distinct on (template_code) template_code, version
from catalogue.template_version
where owner_party = app.party()
order by template_code, version desc
