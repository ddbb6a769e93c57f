-- Rooms for a day of load: agencies with people, sessions and answers. Most are asked by five boards,
-- every fifth by one. Run as the cluster's superuser; :rooms, :boards, :template. The rows are made
-- to fit; foreign keys are not checked on the way in.
set session_replication_role = replica;
create schema load;
create function load.id(what text, n int) returns uuid language sql immutable
  return md5('load ' || what || ' ' || n)::uuid;
create function load.token(what text, n int) returns text language sql immutable
  return rpad('load-' || what || '-' || n, 43, '-');
create function load.words(n int) returns text language sql immutable
  return 'Our policy of ' || (2019 + n % 8) || ' says who leads, how staff are trained and how often the '
    || 'arrangements are checked. In the last year ' || (n % 97 + 3) || ' reviews were made.'
    || repeat(' Managers look at the figures each quarter and ask children what has changed.', n % 4);

create table load.asked as
  select distinct r.requirement_code, r.local_kind
  from catalogue.item_facet i join catalogue.facet f using (facet_code)
  join catalogue.requirement r on r.requirement_code = f.requirement_code
  where i.template_code = :'template';
create table load.common as
  select requirement_code, row_number() over (order by requirement_code)::int as n
  from load.asked where local_kind is distinct from 'whole';
create table load.asks as
  select a as agency, (a * 3 + k * 7) % :boards + 1 as board
  from generate_series(1, :rooms) a cross join generate_series(0, 4) k
  where k = 0 or a % 5 <> 0;

insert into tenancy.party (party_id, kind)
  select load.id('board', b), 'board' from generate_series(1, :boards) b
  union all select load.id('agency', a), 'agency' from generate_series(1, :rooms) a;
insert into tenancy.party_profile (party_id, name, area, mark)
  select load.id('board', b), 'Load board ' || b, 'Load area ' || b, 'L' || b
  from generate_series(1, :boards) b;
insert into tenancy.party_profile (party_id, name)
  select load.id('agency', a), 'Load agency ' || a from generate_series(1, :rooms) a;
insert into tenancy.connection (board_id, agency_id)
  select load.id('board', board), load.id('agency', agency) from load.asks;

create table load.people as
  select r.role, a as n, load.id('agency', a) as party, load.id(r.role, a) as person
  from generate_series(1, :rooms) a cross join (values ('lead'), ('contributor'), ('authoriser')) r (role)
  union all select 'manager', b, load.id('board', b), load.id('manager', b)
  from generate_series(1, :boards) b;
insert into identity.person (person_id, email, display_name)
  select person, role || n || '@load.example', 'Load ' || role || ' ' || n from load.people;
insert into identity.credential (person_id, password_hash)
  select p.person, (select password_hash from identity.credential limit 1) from load.people p;
insert into identity.membership (membership_id, person_id, party_id, role)
  select person, person, party, role from load.people;
insert into identity.session (token_hash, membership_id, person_id, party_id, role, kind, expires_at, two_factor)
  select sha256(convert_to(load.token(k.kind || '-' || p.role, p.n), 'UTF8')), p.person, p.person, p.party, p.role,
         k.kind, now() + interval '1 day', true
  from load.people p cross join (values ('bearer'), ('browser')) k (kind);

insert into tenant.unit (tenant_id, unit_id, name)
  select load.id('agency', a), load.id('agency', a), 'Load agency ' || a from generate_series(1, :rooms) a;
insert into tenant.audit (tenant_id, audit_id, kind, title, template_code, template_version, period)
  select load.id('board', b), load.id('audit', b), 'section11', 'Section 11 return 2027', :'template', 1, '2027'
  from generate_series(1, :boards) b;
insert into tenant.register_entry (tenant_id, entry_id, name, agency_id, unit_id, type, from_on)
  select load.id('board', board), load.id('entry ' || board, agency), 'Load agency ' || agency,
         load.id('agency', agency), load.id('agency', agency), 'police', '2025-01-01'
  from load.asks;
insert into tenant.request (tenant_id, request_id, audit_id, entry_id, agency_id, unit_id, template_code,
                            template_version, kind, title, period, due_on)
  select load.id('board', board), load.id('request ' || board, agency), load.id('audit', board),
         load.id('entry ' || board, agency), load.id('agency', agency), load.id('agency', agency), :'template', 1,
         'section11', 'Section 11 return 2027', '2027', '2027-04-30'
  from load.asks;

insert into tenant.answer (tenant_id, unit_id, requirement_code, level, confirmed_by, confirmed_at, saved_by)
  select load.id('agency', a), load.id('agency', a), c.requirement_code, 2 + (a + c.n) % 3, load.id('lead', a), now(),
         load.id('lead', a)
  from generate_series(1, :rooms) a cross join load.common c;
insert into tenant.answer_text (tenant_id, unit_id, requirement_code, role, text)
  select load.id('agency', a), load.id('agency', a), c.requirement_code, r.role, load.words(a + c.n)
  from generate_series(1, :rooms) a cross join load.common c cross join (values ('describes'), ('knows')) r (role);
insert into tenant.answer_version (tenant_id, unit_id, requirement_code, version, level, mode, confirmed, saved_by)
  select load.id('agency', a), load.id('agency', a), c.requirement_code, 1, 2 + (a + c.n) % 3, 'own', true,
         load.id('lead', a)
  from generate_series(1, :rooms) a cross join load.common c;
insert into tenant.board_answer (tenant_id, unit_id, board_id, requirement_code, level, describes, knows, saved_by,
                                 confirmed_at)
  select load.id('agency', a.agency), load.id('agency', a.agency), load.id('board', a.board), q.requirement_code,
         case when q.local_kind = 'whole' then 3 end, 'For this board: ' || load.words(a.board),
         load.words(a.board + 1), load.id('lead', a.agency), now()
  from load.asks a cross join load.asked q where q.local_kind is not null;
insert into tenant.board_box (tenant_id, unit_id, request_id, board_id, box_no, kind, text, saved_by, confirmed_at)
  select load.id('agency', a.agency), load.id('agency', a.agency), load.id('request ' || a.board, a.agency),
         load.id('board', a.board), b.box_no, 'direct', load.words(a.agency), load.id('lead', a.agency), now()
  from load.asks a
  cross join (select box_no from catalogue.box where template_code = :'template' and version = 1) b
  where a.agency % 5 = 0;
analyze;
