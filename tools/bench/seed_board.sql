-- A board of 1,500 organisations in the middle of a wave, with one two years before; run after seed.sql, as the
-- cluster's superuser. Counts are made here as the rows would have made them.
set session_replication_role = replica;
set synchronous_commit = off;

insert into tenancy.party (party_id, kind) values (bench.board(1500), 'board');
insert into tenancy.party_profile (party_id, name, area, mark)
  values (bench.board(1500), 'Bench board 1500', 'Bench area 1500', 'BB');
insert into identity.person (person_id, email, display_name)
  values (bench.person(1000001), 'manager@bench.example', 'Manager');
insert into identity.membership (membership_id, person_id, party_id, role)
  values (md5('bench manager')::uuid, bench.person(1000001), bench.board(1500), 'manager');
insert into identity.session (token_hash, membership_id, person_id, party_id, role, kind, expires_at)
  select sha256(convert_to(rpad('bench-manager-1500', 43, '-'), 'UTF8')), md5('bench manager')::uuid,
         bench.person(1000001), bench.board(1500), 'manager', 'bearer', now() + interval '1 day';

insert into tenant.audit (tenant_id, audit_id, kind, title, template_code, template_version, period, opens_on,
                          mode, due_on)
  select bench.board(1500), md5('bench wave ' || y)::uuid, 'section11', 'Section 11, ' || y, :'template', 1,
         y::text, current_date - 70 - (2027 - y) * 365, 'wave', current_date + 42 - (2027 - y) * 365
  from unnest(array[2025, 2027]) y;
insert into tenant.register_entry (tenant_id, entry_id, name, type, own_ref, from_on, completed_on)
  select bench.board(1500), md5('bench organisation ' || n)::uuid, 'Bench organisation ' || lpad(n::text, 4, '0'),
         (array['school', 'nursery', 'health', 'police', 'voluntary'])[1 + n % 5], 'B' || n, '2020-01-01',
         current_date - 800 - n % 300
  from generate_series(1, 1500) n;
insert into tenant.contact (tenant_id, entry_id, name, valid_from)
  select bench.board(1500), md5('bench organisation ' || n)::uuid, 'Lead ' || n, '2025-01-01'
  from generate_series(1, 1500) n where n % 9 > 0;
insert into tenant.request (tenant_id, request_id, audit_id, entry_id, template_code, template_version, kind,
                            title, period, due_on, asked_at)
  select bench.board(1500), md5('bench wave request ' || y || ' ' || n)::uuid, md5('bench wave ' || y)::uuid,
         md5('bench organisation ' || n)::uuid, :'template', 1, 'section11', 'Section 11, ' || y, y::text,
         current_date + 42 - (n % 17) * 3 - (2027 - y) * 365, now() - interval '70 days' - (2027 - y) * interval '1 year'
  from generate_series(1, 1500) n cross join unnest(array[2025, 2027]) y;
insert into tenant.return (tenant_id, return_id, request_id, origin, state, received_at)
  select bench.board(1500), md5('bench wave return ' || y || ' ' || n)::uuid,
         md5('bench wave request ' || y || ' ' || n)::uuid, 'direct',
         (array['received', 'acknowledged', 'being_evaluated', 'returned', 'evaluated', 'signed_off'])[1 + n % 6],
         now() - interval '70 days' - (2027 - y) * interval '1 year' + (n % 70) * interval '1 day'
  from generate_series(1, 1500) n cross join unnest(array[2025, 2027]) y where n % 5 < 3 or y = 2025;
insert into tenant.action (tenant_id, action_id, source_kind, entry_id, what, lead, scheme, template_code,
                           template_version, point, role, by_on)
  select bench.board(1500), md5('bench action ' || n)::uuid, 'hand', md5('bench organisation ' || 1 + n % 1500)::uuid,
         'Bench action ' || n, 'Lead ' || n % 40, 'RAG', :'template', 1, (array['green', 'amber', 'red', null])[1 + n % 4],
         (array['complete', 'on_track', 'off_track', null])[1 + n % 4], current_date - 100 + n % 400
  from generate_series(1, 5000) n;

insert into tenant.audit_count
  (tenant_id, audit_id, awaited, to_evaluate, sent_back, evaluated, signed_off, left_out, withdrawn)
select q.tenant_id, q.audit_id, count(*) filter (where s.standing = 'awaited'),
       count(*) filter (where s.standing = 'to_evaluate'), count(*) filter (where s.standing = 'sent_back'),
       count(*) filter (where s.standing = 'evaluated'), count(*) filter (where s.standing = 'signed_off'),
       count(*) filter (where s.standing = 'left_out'), count(*) filter (where s.standing = 'withdrawn')
from tenant.request q
left join tenant.return r on r.tenant_id = q.tenant_id and r.request_id = q.request_id
cross join lateral (select app.standing(q.state, q.left_out, r.state) as standing) s
group by q.tenant_id, q.audit_id;

set session_replication_role = origin;
analyze;
