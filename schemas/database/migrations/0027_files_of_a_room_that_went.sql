-- The rooms that were merged into the agency of this job: what it removes from the store is removed under
-- their names too. Flat, since a merge points the rooms that had gone into the one that goes to the one
-- that stays.
create function tenancy.rooms_within() returns setof uuid
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  v_self uuid := app.sealed_party('agency');
begin
  if app.job() is null then
    raise exception 'this is for a job' using errcode = 'OR001';
  end if;
  return query select p.party_id from tenancy.party p where p.merged_into = v_self order by p.party_id;
end $$;

grant execute on function tenancy.rooms_within() to scope_agency;
