-- The bench's own England: 150 boards with 350 requests each, 52,500 agencies with 45 answers each,
-- one agency asked by 5 boards and one by 150. Run as the cluster's superuser in a migrated database
-- that holds the framework and the template and mapping of :template.
-- Foreign keys are checked once at the end of a seed by nobody: the rows are made to fit.
-- Foreign keys are not checked on the way in: the rows are made to fit, and the service reads them.
set session_replication_role = replica;
set synchronous_commit = off;
set maintenance_work_mem = '512MB';

create schema bench;
create function bench.board(n int) returns uuid language sql immutable
  return md5('bench board ' || n)::uuid;
create function bench.agency(n int) returns uuid language sql immutable
  return md5('bench agency ' || n)::uuid;
create function bench.person(n int) returns uuid language sql immutable
  return md5('bench person ' || n)::uuid;
create function bench.words(n int) returns text language sql immutable
  return 'Our policy of ' || (2019 + n % 8) || ' says who leads, how staff are trained and how often '
    || 'the arrangements are checked. In the last year ' || (n % 97 + 3) || ' reviews were made; what they '
    || 'found was put right within ' || (n % 11 + 2) || ' weeks and told to every team.'
    || repeat(' Managers look at the figures each quarter and ask children what has changed for them.', n % 4);

-- What the template asks, as the mapping says.
create table bench.asked as
  select distinct r.requirement_code, r.local_kind
  from catalogue.item_facet i join catalogue.facet f using (facet_code)
  join catalogue.requirement r on r.requirement_code = f.requirement_code
  where i.template_code = :'template';
create table bench.common as
  select requirement_code, row_number() over (order by requirement_code)::int as n
  from bench.asked where local_kind is distinct from 'whole';

-- Agencies 1 to 52,500 are asked by one board each; 60,005 by five boards, 60,150 by all.
create table bench.asks as
  select (a - 1) / 350 + 1 as board, a as agency from generate_series(1, 52500) a
  union all select b, 60005 from generate_series(1, 5) b
  union all select b, 60150 from generate_series(1, 150) b;
create table bench.agencies as select distinct agency from bench.asks;

insert into tenancy.party (party_id, kind) select bench.board(b), 'board' from generate_series(1, 150) b;
insert into tenancy.party (party_id, kind) select bench.agency(agency), 'agency' from bench.agencies;
insert into tenancy.party_profile (party_id, name, area, mark)
  select bench.board(b), 'Bench board ' || b, 'Bench area ' || b, 'B' || b from generate_series(1, 150) b;
insert into tenancy.party_profile (party_id, name)
  select bench.agency(agency), 'Bench agency ' || agency from bench.agencies;
insert into tenancy.connection (board_id, agency_id)
  select bench.board(board), bench.agency(agency) from bench.asks;

-- One person per agency, who may do everything there, with a bearer token that the bench knows.
insert into identity.person (person_id, email, display_name)
  select bench.person(agency), 'person' || agency || '@bench.example', 'Person ' || agency from bench.agencies;
insert into identity.membership (membership_id, person_id, party_id, role)
  select md5('bench membership ' || agency)::uuid, bench.person(agency), bench.agency(agency), 'authoriser'
  from bench.agencies;
insert into identity.membership (membership_id, person_id, party_id, role)
  select md5('bench lead ' || agency)::uuid, bench.person(agency), bench.agency(agency), 'lead'
  from bench.agencies;
insert into identity.session (token_hash, membership_id, person_id, party_id, role, kind, expires_at)
  select sha256(convert_to(rpad('bench-lead-' || agency, 43, '-'), 'UTF8')), md5('bench lead ' || agency)::uuid,
         bench.person(agency), bench.agency(agency), 'lead', 'bearer', now() + interval '1 day'
  from bench.agencies;
insert into identity.session (token_hash, membership_id, person_id, party_id, role, kind, expires_at)
  select sha256(convert_to(rpad('bench-authoriser-' || agency, 43, '-'), 'UTF8')), md5('bench membership ' || agency)::uuid,
         bench.person(agency), bench.agency(agency), 'authoriser', 'bearer', now() + interval '1 day'
  from bench.agencies;

insert into tenant.unit (tenant_id, unit_id, name)
  select bench.agency(agency), bench.agency(agency), 'Bench agency ' || agency from bench.agencies;
insert into tenant.audit (tenant_id, audit_id, kind, title, template_code, template_version, period)
  select bench.board(b), md5('bench audit ' || b)::uuid, 'section11', 'Section 11 return 2027', :'template', 1, '2027'
  from generate_series(1, 150) b;
insert into tenant.register_entry (tenant_id, entry_id, name, agency_id, unit_id, type, from_on)
  select bench.board(board), md5('bench entry ' || board || ' ' || agency)::uuid, 'Bench agency ' || agency,
         bench.agency(agency), bench.agency(agency), 'police', '2025-01-01'
  from bench.asks;
insert into tenant.request (tenant_id, request_id, audit_id, entry_id, agency_id, unit_id, template_code,
                            template_version, kind, title, period, due_on)
  select bench.board(board), md5('bench request ' || board || ' ' || agency)::uuid,
         md5('bench audit ' || board)::uuid, md5('bench entry ' || board || ' ' || agency)::uuid,
         bench.agency(agency), bench.agency(agency), :'template', 1, 'section11', 'Section 11 return 2027', '2027',
         '2027-04-30'
  from bench.asks;

insert into tenant.answer (tenant_id, unit_id, requirement_code, level, confirmed_by, confirmed_at, saved_by)
  select bench.agency(a.agency), bench.agency(a.agency), c.requirement_code, 2 + (a.agency + c.n) % 3,
         bench.person(a.agency), now(), bench.person(a.agency)
  from bench.agencies a cross join bench.common c;
insert into tenant.answer_text (tenant_id, unit_id, requirement_code, role, text)
  select bench.agency(a.agency), bench.agency(a.agency), c.requirement_code, 'describes',
         bench.words(a.agency + c.n)
  from bench.agencies a cross join bench.common c;
insert into tenant.answer_text (tenant_id, unit_id, requirement_code, role, text)
  select bench.agency(a.agency), bench.agency(a.agency), c.requirement_code, 'knows',
         bench.words(a.agency + c.n + 1)
  from bench.agencies a cross join bench.common c where a.agency > 60000;
insert into tenant.answer_version (tenant_id, unit_id, requirement_code, version, level, mode, confirmed, saved_by)
  select bench.agency(a.agency), bench.agency(a.agency), c.requirement_code, 1, 2 + (a.agency + c.n) % 3, 'own',
         true, bench.person(a.agency)
  from bench.agencies a cross join bench.common c;

-- What the boards of the two fan-out agencies ask about themselves.
insert into tenant.board_answer (tenant_id, unit_id, board_id, requirement_code, level, describes, knows, saved_by,
                                 confirmed_at)
  select bench.agency(a.agency), bench.agency(a.agency), bench.board(a.board), q.requirement_code,
         case when q.local_kind = 'whole' then 3 end, 'For this board: ' || bench.words(a.board), bench.words(a.board + 1),
         bench.person(a.agency), now()
  from bench.asks a cross join bench.asked q where a.agency > 60000 and q.local_kind is not null;

set session_replication_role = origin;
analyze;
