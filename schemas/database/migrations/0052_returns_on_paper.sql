-- Returns on paper: files that the worker makes of a delivered version, of the blank form of a request and of a
-- receipt, for the board and for the agency, each in its own place (0060). And what a receipt tells whoever checks it.

-- One file. tenant_id is whoever asked for it: the board that received, or the agency that answers. A blank form is of
-- version 0. of_standing is what the version said of itself and of_erased how many of its boxes were erased when the file
-- was made. There are bytes when, and only when, it is ready; file_id is another each time it is asked for.
create table tenant.return_paper (
  tenant_id uuid not null,
  board_id uuid not null,
  request_id uuid not null,
  version_no integer not null,
  kind app.code not null,
  with_sources boolean not null,
  format app.code not null,
  file_id uuid not null,
  state app.code not null default 'asked',
  reason app.line not null default '',
  of_standing app.line not null default '',
  of_erased integer not null default 0,
  asked_by uuid not null default app.person(),
  asked_at timestamptz not null,
  made_at timestamptz,
  size_bytes integer,
  sha256 app.sha256,
  content bytea,
  constraint return_paper_key
    primary key (tenant_id, request_id, version_no, kind, with_sources, format),
  constraint return_paper_once unique (tenant_id, request_id, file_id),
  constraint return_paper_tenant foreign key (tenant_id) references tenancy.party,
  constraint return_paper_board foreign key (board_id) references tenancy.party,
  constraint return_paper_asked_by foreign key (asked_by) references identity.person,
  constraint return_paper_kind check (kind in ('filled', 'blank', 'receipt')),
  constraint return_paper_format check (format in ('html', 'pdf', 'docx', 'odt', 'xlsx', 'ods', 'csv')),
  constraint return_paper_tables_are_filled
    check (kind = 'filled' or format not in ('xlsx', 'ods', 'csv')),
  constraint return_paper_sources_are_filled check (kind = 'filled' or not with_sources),
  constraint return_paper_version check (version_no >= 0 and (kind = 'blank') = (version_no = 0)),
  constraint return_paper_state check (state in ('asked', 'making', 'ready', 'failed')),
  constraint return_paper_whole_or_nothing check ((state = 'ready') = (content is not null)
    and (content is null) = (sha256 is null) and (content is null) = (size_bytes is null)
    and (content is null) = (made_at is null)),
  constraint return_paper_is_its_bytes check (size_bytes = octet_length(content) and sha256 = sha256(content)),
  constraint return_paper_small check (size_bytes <= 60000000),
  constraint return_paper_says_why check (state <> 'failed' or reason <> '')
);
alter table tenant.return_paper alter column content set storage external;

-- A board's papers are the board's. At an agency whoever sees the request sees its papers: of a part of it, those of
-- that part.
do $$
declare
  v_asked text := ' and exists (select from tenant.request q where q.tenant_id = return_paper.board_id'
                  ' and q.request_id = return_paper.request_id)';
  v_rule text;
  r record;
begin
  alter table tenant.return_paper enable row level security;
  alter table tenant.return_paper force row level security;
  for r in select * from (values ('board', ''), ('agency', v_asked)) as v (scope, more) loop
    v_rule := format('tenant_id = (select app.sealed_party(%L))', r.scope) || r.more;
    execute format('create policy %I on tenant.return_paper for select to %I using (%s)',
      'return_paper_' || r.scope || '_reads', 'scope_' || r.scope, v_rule);
    execute format('create policy %I on tenant.return_paper for insert to %I with check (%s)',
      'return_paper_' || r.scope || '_adds', 'scope_' || r.scope, v_rule);
    execute format('create policy %I on tenant.return_paper for update to %I using (%s) with check (%s)',
      'return_paper_' || r.scope || '_changes', 'scope_' || r.scope, v_rule, v_rule);
    execute format('grant select, insert on tenant.return_paper to %I', 'scope_' || r.scope);
    execute format('grant update (file_id, state, reason, of_standing, of_erased, asked_by, asked_at, made_at,'
      ' size_bytes, sha256, content) on tenant.return_paper to %I', 'scope_' || r.scope);
  end loop;
end $$;

-- Papers of an agency wait in the same lanes as those of boards, and take the same turns.
update jobs.kind set announced_from = 'party', runs_as = 'party' where kind in ('make_paper', 'make_long_paper');

-- What the verification page says besides: what replaced a version and when, and of how many boxes the words are gone.
alter table directory.receipt add column superseded_by app.version;
alter table directory.receipt add column superseded_on date;
alter table directory.receipt add column redacted integer not null default 0;
alter table directory.receipt add constraint receipt_superseded_whole
  check ((superseded_by is null) = (superseded_on is null));
alter table directory.receipt add constraint receipt_redacted_counts check (redacted >= 0);
grant update (superseded_by, superseded_on) on directory.receipt to scope_board, scope_delivery;

drop function directory.verify_receipt(bytea);
create function directory.verify_receipt(p_code_hash bytea)
returns table (board_name text, received_on date, version_no integer, return_hash bytea, state text,
               superseded_by integer, superseded_on date, redacted integer)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select r.board_name::text, r.received_on, r.version_no::integer, r.return_hash::bytea, r.state::text,
         r.superseded_by::integer, r.superseded_on, r.redacted
    from directory.receipt r where r.code_hash = p_code_hash;
$$;
revoke all on function directory.verify_receipt(bytea) from public;
grant execute on function directory.verify_receipt(bytea) to gateway;

create function app.say_superseded() returns trigger
language plpgsql security invoker
as $$
begin
  update directory.receipt c
     set superseded_by = new.latest_version, superseded_on = (new.received_at at time zone 'Europe/London')::date
    from tenant.return_version v
   where v.tenant_id = new.tenant_id and v.return_id = new.return_id and v.version_no = old.latest_version
     and c.board_id = new.tenant_id and c.code_hash = sha256(convert_to(v.receipt_code, 'UTF8'));
  return null;
end $$;

create function app.say_redacted() returns trigger
language plpgsql security invoker
as $$
begin
  update directory.receipt c set redacted = c.redacted + 1
    from tenant.return_version v
   where v.tenant_id = new.tenant_id and v.return_id = new.return_id and v.version_no = new.version_no
     and c.board_id = new.tenant_id and c.code_hash = sha256(convert_to(v.receipt_code, 'UTF8'));
  return null;
end $$;
revoke all on function app.say_superseded(), app.say_redacted() from public;

-- Whoever replaces a version or erases words, by whatever statement, says so to whoever checks a receipt.
create trigger return_is_superseded after update of latest_version on tenant.return for each row
  when (new.latest_version > old.latest_version) execute function app.say_superseded();
create trigger return_box_is_redacted after update of salt on tenant.return_box for each row
  when (old.salt is not null and new.salt is null) execute function app.say_redacted();

call app.cover_merge();
