-- Outside of tenants, where an agency may be named: what tenancy.begin_merge and close_merge do with each is
-- written there. A new one is looked at before it is added here.
select c.oid::regclass || '.' || a.attname from pg_constraint k
   join pg_class c on c.oid = k.conrelid
   join pg_attribute a on a.attrelid = c.oid and a.attnum = any (k.conkey)
  where k.contype = 'f' and k.confrelid = 'tenancy.party'::regclass
    and c.relnamespace <> 'tenant'::regnamespace
    and c.oid::regclass || '.' || a.attname not in (
      -- Given over, ended, or copied.
      'tenancy.connection.agency_id', 'tenancy.invitation.agency_id', 'tenancy.join_request.agency_id',
      'tenancy.join_request.room_id', 'tenancy.merge_code.room_id', 'tenancy.room_merge.stays_id',
      'tenancy.room_merge.goes_id', 'tenancy.party.merged_into', 'identity.membership.party_id',
      'identity.client.party_id', 'identity.colleague_invitation.party_id', 'jobs.job.party_id',
      'jobs.job.source_tenant', 'jobs.waking.party_id',
      -- Of the room that was: its name, links and mails that went out.
      'tenancy.party_profile.party_id', 'identity.link.party_id', 'identity.mail.party_id',
      -- Boards only.
      'tenancy.connection.board_id', 'tenancy.invitation.board_id', 'tenancy.join_request.board_id',
      'directory.receipt.board_id', 'catalogue.template_version.owner_party',
      'jobs.waking_at.party_id', 'jobs.paper_turn.party_id')

-- the fault that must be noticed
create table jobs.planted (party_id uuid references tenancy.party)
