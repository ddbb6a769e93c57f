-- Words that are redacted go from wherever a board or an agency has them on paper (0065): the box says when, packs
-- refer to its words instead of holding them, and files from before are removed with it.

alter table tenant.return_box add column redacted_at timestamptz;
alter table tenant.return_box add constraint return_box_redacted_has_no_words
  check (redacted_at is null or salt is null);

-- Facts that were drafted before hold the words themselves.
alter table tenant.report_draft add column holds_words boolean not null default true;
alter table tenant.report_draft alter column holds_words set default false;
grant update (holds_words) on tenant.report_draft to scope_board;

-- A file that was there and had to go. Whoever wants it asks for it again.
alter table tenant.report_file drop constraint report_file_state;
alter table tenant.report_file add constraint report_file_state
  check (state in ('asked', 'making', 'ready', 'failed', 'removed'));
alter table tenant.report_file drop constraint report_file_says_why;
alter table tenant.report_file add constraint report_file_says_why
  check (state not in ('failed', 'removed') or reason <> '');
alter table tenant.return_paper drop constraint return_paper_state;
alter table tenant.return_paper add constraint return_paper_state
  check (state in ('asked', 'making', 'ready', 'failed', 'removed'));
alter table tenant.return_paper drop constraint return_paper_says_why;
alter table tenant.return_paper add constraint return_paper_says_why
  check (state not in ('failed', 'removed') or reason <> '');

-- Whoever redacts words that a board has received holds them alone until the transaction ends; whoever keeps a file
-- with such words shares them, and so sees that they are gone, or is seen. Sharing holds up nobody but who redacts.
create function app.hold_words(p_board uuid) returns void
language sql security definer
set search_path = pg_catalog, pg_temp
as $$
  select pg_advisory_xact_lock(hashtextextended(p_board::text || ' words', 0));
$$;
create function app.share_words(p_board uuid) returns void
language sql security definer
set search_path = pg_catalog, pg_temp
as $$
  select pg_advisory_xact_lock_shared(hashtextextended(p_board::text || ' words', 0));
$$;
revoke all on function app.hold_words(uuid), app.share_words(uuid) from public;
grant execute on function app.share_words(uuid) to scope_board, scope_agency;

create function app.date_redaction() returns trigger
language plpgsql security invoker
as $$
begin
  new.redacted_at := coalesce(new.redacted_at, now());
  return new;
end $$;
revoke all on function app.date_redaction() from public;
create trigger return_box_redaction_is_dated before update of salt on tenant.return_box for each row
  when (old.salt is not null and new.salt is null) execute function app.date_redaction();

-- What is made already is removed, what is being made finds another file, what only waits is made without the words.
create or replace function app.say_redacted() returns trigger
language plpgsql security invoker
as $$
declare
  v_why text := 'Words were redacted on '
    || to_char(new.redacted_at at time zone 'Europe/London', 'FMDD FMMonth YYYY') || '.';
begin
  update directory.receipt c set redacted = c.redacted + 1
    from tenant.return_version v
   where v.tenant_id = new.tenant_id and v.return_id = new.return_id and v.version_no = new.version_no
     and c.board_id = new.tenant_id and c.code_hash = sha256(convert_to(v.receipt_code, 'UTF8'));

  perform app.hold_words(new.tenant_id);
  update tenant.report_draft d
     set facts = jsonb_build_array(jsonb_build_object('is', 'paragraph', 'spans', jsonb_build_array(
           jsonb_build_object('text', 'This version held copies of its papers. They were removed. ' || v_why)))),
         holds_words = false, saves = d.saves + 1
   where d.tenant_id = new.tenant_id and d.holds_words and d.report_id in (
     select h.report_id from tenant.report_return h
      where h.tenant_id = new.tenant_id and h.return_id = new.return_id);
  update tenant.report_file f
     set state = case f.state when 'asked' then 'asked' else 'removed' end,
         file_id = case f.state when 'asked' then f.file_id else gen_random_uuid() end,
         reason = case f.state when 'asked' then f.reason else v_why end,
         made_at = null, size_bytes = null, sha256 = null, content = null
   where f.tenant_id = new.tenant_id and f.state in ('asked', 'making', 'ready') and f.report_id in (
     select h.report_id from tenant.report_return h
      where h.tenant_id = new.tenant_id and h.return_id = new.return_id);
  update tenant.return_paper p
     set state = case p.state when 'asked' then 'asked' else 'removed' end,
         file_id = case p.state when 'asked' then p.file_id else gen_random_uuid() end,
         reason = case p.state when 'asked' then p.reason else v_why end,
         made_at = null, size_bytes = null, sha256 = null, content = null
    from tenant.return r
   where r.tenant_id = new.tenant_id and r.return_id = new.return_id
     and p.board_id = r.tenant_id and p.request_id = r.request_id and p.version_no = new.version_no
     and p.state in ('asked', 'making', 'ready');
  return null;
end $$;
