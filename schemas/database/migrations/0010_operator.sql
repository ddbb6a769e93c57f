-- Entrances of the operator's command line. No tenant's rows: the owner of these functions sees none.
-- Ids may be given, so that opening a region twice changes nothing.

create function operator.add_organisation(
  p_organisation_id uuid, p_kind text, p_name text, p_urn text, p_ods text, p_force_code text)
returns uuid
language sql security definer
set search_path = pg_catalog, pg_temp
as $$
  insert into directory.organisation (organisation_id, kind, name, urn, ods, force_code)
  values (coalesce(p_organisation_id, gen_random_uuid()), p_kind, p_name, p_urn, p_ods, p_force_code)
  on conflict on constraint organisation_key do update set
    kind = excluded.kind, name = excluded.name, urn = excluded.urn, ods = excluded.ods,
    force_code = excluded.force_code
  returning organisation_id;
$$;

-- p_profile: an object with any of the columns of party_profile (aliases and procedures as arrays).
create function operator.add_party(
  p_party_id uuid, p_kind text, p_organisation_id uuid, p_status text, p_profile jsonb)
returns uuid
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_party uuid := coalesce(p_party_id, gen_random_uuid());
begin
  insert into tenancy.party (party_id, kind, organisation_id, status)
  values (v_party, p_kind, p_organisation_id, p_status)
  on conflict on constraint party_key do update set
    organisation_id = excluded.organisation_id, status = excluded.status;
  insert into tenancy.party_profile
    (party_id, name, area, mark, aliases, procedures, address, telephone, email, website,
     lead_officer_name, lead_officer_position, lead_officer_telephone, lead_officer_email,
     completed_by_name, completed_by_position, completed_by_telephone, completed_by_email)
  select v_party, p.name, coalesce(p.area, ''), coalesce(p.mark, ''), coalesce(p.aliases, '{}'),
         coalesce(p.procedures, '{}'), coalesce(p.address, ''), coalesce(p.telephone, ''),
         coalesce(p.email, ''), coalesce(p.website, ''), coalesce(p.lead_officer_name, ''),
         coalesce(p.lead_officer_position, ''), coalesce(p.lead_officer_telephone, ''),
         coalesce(p.lead_officer_email, ''), coalesce(p.completed_by_name, ''),
         coalesce(p.completed_by_position, ''), coalesce(p.completed_by_telephone, ''),
         coalesce(p.completed_by_email, '')
    from jsonb_populate_record(null::tenancy.party_profile, p_profile) p
  on conflict on constraint party_profile_key do nothing;
  return v_party;
end $$;

create function operator.add_person(p_person_id uuid, p_email text, p_display_name text, p_telephone text)
returns uuid
language sql security definer
set search_path = pg_catalog, pg_temp
as $$
  insert into identity.person (person_id, email, display_name, telephone)
  values (coalesce(p_person_id, gen_random_uuid()), lower(p_email), p_display_name,
          coalesce(p_telephone, ''))
  on conflict on constraint person_key do update set
    email = excluded.email, display_name = excluded.display_name, telephone = excluded.telephone
  returning person_id;
$$;

create function operator.set_password_hash(p_person_id uuid, p_hash text) returns void
language sql security definer
set search_path = pg_catalog, pg_temp
as $$
  select identity.set_password_hash(p_person_id, p_hash, null);
$$;

create function operator.disable_person(p_person_id uuid) returns void
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  update identity.person set disabled_at = clock_timestamp()
   where person_id = p_person_id and disabled_at is null;
  update identity.session set ended_at = clock_timestamp()
   where person_id = p_person_id and ended_at is null;
end $$;

create function operator.add_membership(
  p_membership_id uuid, p_person_id uuid, p_party_id uuid, p_unit_id uuid, p_role text, p_position text)
returns uuid
language sql security definer
set search_path = pg_catalog, pg_temp
as $$
  insert into identity.membership (membership_id, person_id, party_id, unit_id, role, position)
  values (coalesce(p_membership_id, gen_random_uuid()), p_person_id, p_party_id, p_unit_id, p_role,
          coalesce(p_position, ''))
  on conflict on constraint membership_key do update set position = excluded.position
  returning membership_id;
$$;

create function operator.end_membership(p_membership_id uuid) returns void
language sql security definer
set search_path = pg_catalog, pg_temp
as $$
  update identity.membership set to_at = clock_timestamp()
   where membership_id = p_membership_id and to_at is null;
$$;

-- By the address of mail: for issuing a bearer token to a named person.
create function operator.find_memberships(p_email text)
returns table (person_id uuid, membership_id uuid, party_id uuid, party_kind text, party_name text,
               unit_id uuid, role text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select m.person_id, m.membership_id, m.party_id, p.kind::text, f.name::text, m.unit_id, m.role::text
    from identity.person n
    join identity.membership m on m.person_id = n.person_id
    join tenancy.party p on p.party_id = m.party_id
    join tenancy.party_profile f on f.party_id = m.party_id
   where n.email = lower(p_email) and (m.to_at is null or m.to_at > now())
   order by p.kind, f.name, m.role;
$$;

create function operator.issue_session(
  p_token_hash bytea, p_person_id uuid, p_membership_id uuid, p_kind text, p_lifetime interval)
returns timestamptz
language sql security definer
set search_path = pg_catalog, pg_temp
as $$
  select identity.begin_session(p_token_hash, p_person_id, p_membership_id, p_kind, p_lifetime, null);
$$;

create function operator.end_session(p_token_hash bytea) returns boolean
language sql security definer
set search_path = pg_catalog, pg_temp
as $$
  select identity.end_session(p_token_hash);
$$;

-- Records a consent that was given outside the service, as when a region is opened.
create function operator.connect(p_board_id uuid, p_agency_id uuid) returns void
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  if not exists (select from tenancy.party where party_id = p_board_id and kind = 'board')
     or not exists (select from tenancy.party where party_id = p_agency_id and kind = 'agency') then
    raise exception 'a connection is between a board and an agency' using errcode = '23514',
      constraint = 'connection_between_two';
  end if;
  insert into tenancy.connection (board_id, agency_id) values (p_board_id, p_agency_id)
  on conflict on constraint connection_key do update set ended_at = null;
end $$;

-- The catalogue is immutable: publishing the same content again answers false, other content under the
-- same name and version is refused with the constraint already_published.
create function operator.publish_framework(
  p_code text, p_version integer, p_name text, p_body text, p_hash bytea, p_requirements jsonb,
  p_facets jsonb)
returns boolean
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_hash bytea;
begin
  select hash into v_hash from catalogue.framework_version
   where framework_code = p_code and version = p_version;
  if v_hash = p_hash then
    return false;
  elsif v_hash is not null then
    raise exception 'framework % version % is published with other content', p_code, p_version
      using errcode = '23505', constraint = 'already_published';
  end if;
  insert into catalogue.framework_version (framework_code, version, name, body, hash)
  values (p_code, p_version, p_name, p_body, p_hash);
  insert into catalogue.requirement (requirement_code, framework_code, since_version, standard, local_kind)
  select r.code, p_code, p_version, r.standard, r.local_kind
    from jsonb_to_recordset(p_requirements) as r (code text, standard text, local_kind text)
  on conflict on constraint requirement_key do nothing;
  insert into catalogue.facet (facet_code, requirement_code)
  select f.code, f.requirement from jsonb_to_recordset(p_facets) as f (code text, requirement text)
  on conflict on constraint facet_key do nothing;
  if exists (select from jsonb_to_recordset(p_facets) as f (code text, requirement text)
               join catalogue.facet c on c.facet_code = f.code
              where c.requirement_code <> f.requirement) then
    raise exception 'a facet belongs to exactly one requirement, for ever'
      using errcode = '23505', constraint = 'facet_of_one_requirement';
  end if;
  return true;
end $$;

create function operator.publish_template(
  p_code text, p_version integer, p_owner_party uuid, p_edition_of_code text, p_edition_of_version integer,
  p_kind text, p_name text, p_body text, p_hash bytea, p_items jsonb, p_boxes jsonb)
returns boolean
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_hash bytea;
begin
  select hash into v_hash from catalogue.template_version
   where template_code = p_code and version = p_version;
  if v_hash = p_hash then
    return false;
  elsif v_hash is not null then
    raise exception 'template % version % is published with other content', p_code, p_version
      using errcode = '23505', constraint = 'already_published';
  end if;
  insert into catalogue.template_version
    (template_code, version, owner_party, edition_of_code, edition_of_version, kind, name, body, hash)
  values (p_code, p_version, p_owner_party, p_edition_of_code, p_edition_of_version, p_kind, p_name,
          p_body, p_hash);
  insert into catalogue.template_item
    (template_code, version, item_code, position, section_code, number, essential, lineage_id)
  select p_code, p_version, i.item_code, i.position, i.section_code, i.number,
         coalesce(i.essential, false), coalesce(i.lineage_id, i.item_code)
    from jsonb_to_recordset(p_items) as i (item_code text, position integer, section_code text,
      number text, essential boolean, lineage_id text);
  insert into catalogue.box
    (template_code, version, box_no, position, section_code, item_code, field, content, filled_by,
     max_length)
  select p_code, p_version, b.box_no, b.position, b.section_code, b.item_code, b.field, b.content,
         b.filled_by, b.max_length
    from jsonb_to_recordset(p_boxes) as b (box_no text, position integer, section_code text,
      item_code text, field text, content text, filled_by text, max_length integer);
  return true;
end $$;

create function operator.publish_mapping(
  p_template_code text, p_template_version integer, p_framework_code text, p_framework_version integer,
  p_version integer, p_body text, p_hash bytea, p_status text, p_item_facets jsonb)
returns boolean
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_hash bytea;
begin
  select hash into v_hash from catalogue.mapping_version
   where template_code = p_template_code and template_version = p_template_version
     and framework_code = p_framework_code and framework_version = p_framework_version
     and version = p_version;
  if v_hash = p_hash then
    return false;
  elsif v_hash is not null then
    raise exception 'mapping of % version % is published with other content', p_template_code, p_version
      using errcode = '23505', constraint = 'already_published';
  end if;
  insert into catalogue.mapping_version
    (template_code, template_version, framework_code, framework_version, version, body, hash, status)
  values (p_template_code, p_template_version, p_framework_code, p_framework_version, p_version, p_body,
          p_hash, p_status);
  insert into catalogue.item_facet
    (template_code, template_version, framework_code, framework_version, version, item_code, facet_code)
  select p_template_code, p_template_version, p_framework_code, p_framework_version, p_version,
         f.item_code, f.facet_code
    from jsonb_to_recordset(p_item_facets) as f (item_code text, facet_code text);
  return true;
end $$;

create function operator.rotate_seal_key() returns void
language sql security definer
set search_path = pg_catalog, pg_temp
as $$
  select app.make_seal_key();
$$;

create function operator.parked_jobs()
returns table (job_id uuid, kind text, party_name text, tries integer, reason text, ended_at timestamptz)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select j.job_id, j.kind::text, f.name::text, j.tries, j.reason::text, j.ended_at
    from jobs.job j left join tenancy.party_profile f on f.party_id = j.party_id
   where j.state = 'parked' order by j.ended_at;
$$;

create function operator.retry_job(p_job_id uuid) returns boolean
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  update jobs.job set state = 'waiting', tries = 0, not_before = clock_timestamp(), ended_at = null
   where job_id = p_job_id and state = 'parked';
  return found;
end $$;

create function operator.jobs_overview()
returns table (kind text, state text, jobs bigint, oldest_seconds double precision)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select * from jobs.overview();
$$;

grant usage on schema operator to operator;
grant execute on all functions in schema operator to operator;
