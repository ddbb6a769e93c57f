-- What the reading scenarios look at: every tenth agency of one board has filled in all of its form.
-- Run after seed.sql, as the cluster's superuser.
set session_replication_role = replica;
set synchronous_commit = off;

insert into tenant.board_box (tenant_id, unit_id, request_id, board_id, box_no, kind, text, saved_by, confirmed_at)
  select bench.agency(a.agency), bench.agency(a.agency), md5('bench request ' || a.board || ' ' || a.agency)::uuid,
         bench.board(a.board), b.box_no, 'direct', bench.words(a.agency + b.position), bench.person(a.agency), now()
  from bench.asks a
  cross join (select box_no, position from catalogue.box where template_code = :'template' and version = 1) b
  where a.agency <= 52500 and a.agency % 10 = 7;

-- The leanest read of a filled form that row security allows: the session, and its boxes.
create function bench.read_form(p_token_hash bytea)
returns table (box_no text, text text, point text, version integer, saved_at timestamptz)
language plpgsql security invoker
as $$
#variable_conflict use_column
declare
  v_entered record := identity.enter(p_token_hash);
begin
  return query
    select b.box_no::text, b.text::text, b.point::text, b.version::integer, b.saved_at
      from tenant.board_box b
     where b.tenant_id = v_entered.party_id and b.unit_id = v_entered.party_id
     order by b.box_no;
end $$;
grant usage on schema bench to gateway, scope_agency;
grant execute on function bench.read_form(bytea) to gateway;

set session_replication_role = origin;
analyze tenant.board_box;
