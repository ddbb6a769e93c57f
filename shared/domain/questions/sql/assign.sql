update tenant.thread set assigned_to = $2::uuid
where tenant_id = app.party() and thread_id = $1::uuid
  and ($2::uuid is null or $2::uuid in (select c.person_id from identity.colleagues() c
                                        where c.is_current))
