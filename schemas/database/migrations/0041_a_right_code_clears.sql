-- Tries of a code are counted so that nobody guesses one. Whoever typed a right one guesses nothing: their count
-- begins anew, so that somebody who signs in often within a quarter of an hour is not kept out.
create or replace function identity.take_step(p_person_id uuid, p_step bigint) returns boolean
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  update identity.second_factor set last_step = p_step
   where person_id = p_person_id and confirmed_at is not null and last_step < p_step;
  if not found then
    return false;
  end if;
  delete from identity.throttle t where t.key_hash = identity.throttle_key('code', p_person_id::text);
  return true;
end $$;
