select m.message_no, m.side, m.kind, m.words, m.by_name, m.by_role, m.at
from tenant.thread_message m
where m.tenant_id = $1::uuid and m.thread_id = $2::uuid
order by m.message_no
