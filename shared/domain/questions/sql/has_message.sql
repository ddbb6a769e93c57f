select exists (select from tenant.thread_message m
               where m.tenant_id = $1::uuid and m.thread_id = $2::uuid and m.message_id = $3::uuid) as there
