select mail_id, kind, email, link_id is not null as has_link, queued_at, tries,
       array(select f.key from json_each_text(fields::json) f order by f.key) as names,
       array(select coalesce(f.value, '') from json_each_text(fields::json) f order by f.key) as texts
from identity.take_mail($1, $2, $3, $4)
