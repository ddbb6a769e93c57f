insert into tenant.audit_seal (tenant_id, chain_no, entry_no, hash)
select app.party(), l.chain_no, l.entry_no, l.hash
from unnest($1::bigint[], $2::bigint[], $3::bytea[]) as l (chain_no, entry_no, hash)
