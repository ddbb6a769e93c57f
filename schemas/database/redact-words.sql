-- Takes the words of one box out of a return for good: what the database's superuser runs on a board's instruction
-- (docs/runbooks/words-must-go.md, decision 0065).
--   psql -X -v receipt=CODE -v box=NUMBER -v by=ADDRESS -v case=REFERENCE [-v change=yes] -f redact-words.sql
-- receipt: of any version of the return. by: the manager of the board who asked for it. case: how the board's own
-- papers call it, for both trails. Without change=yes it says what it would do and does nothing.
\set ON_ERROR_STOP on
\set QUIET on
\pset format unaligned
\pset tuples_only on
\pset fieldsep ', '
\if :{?receipt} \else \set receipt '' \endif
\if :{?box} \else \set box '' \endif
\if :{?by} \else \set by '' \endif
\if :{?case} \else \set case '' \endif
\if :{?change} \else \set change no \endif

begin;
create temporary table asked on commit drop as
select translate(upper(regexp_replace(:'receipt', '[- ]', '', 'g')), 'OIL', '011') as receipt,
       btrim(:'box') as box, lower(btrim(:'by')) as by_whom, btrim(:'case') as reference;

create temporary table meant on commit drop as
select b.tenant_id, b.return_id, b.version_no, b.box_no, b.agency_id, b.state, b.text
  from tenant.return_box b
  join tenant.return_version named using (tenant_id, return_id)
  join asked on replace(named.receipt_code, '-', '') = asked.receipt and b.box_no = asked.box
 where b.salt is not null and b.text <> '';

create temporary table instructed on commit drop as
select m.person_id, m.party_id
  from identity.membership m join identity.person p using (person_id) join asked on p.email = asked.by_whom
 where m.role = 'manager' and m.to_at is null and p.disabled_at is null;

do $$
begin
  if (select reference !~ '^[A-Za-z0-9/._-]{1,40}$' from asked) then
    raise exception 'case: a reference of 1 to 40 letters, digits, / . _ - is needed, and nobody''s name.';
  elsif not exists (select from tenant.return_version v, asked
                     where replace(v.receipt_code, '-', '') = asked.receipt) then
    raise exception 'receipt: no version of a return has this code.';
  elsif not exists (select from meant) then
    raise exception 'box: no version of this return has words in a box of this number. There are words in: %.', (
      select coalesce(string_agg(b.box_no, ', ' order by b.place), 'none')
        from (select box_no, min(position) as place from tenant.return_box
                join tenant.return_version named using (tenant_id, return_id)
                join asked on replace(named.receipt_code, '-', '') = asked.receipt
               where salt is not null and text <> '' group by box_no) b);
  elsif not exists (select from instructed i join meant on meant.tenant_id = i.party_id) then
    raise exception 'by: nobody with this address is a manager of the board that holds the return.';
  end if;
end $$;

select 'Version ' || version_no || ', box ' || box_no || ': ' || char_length(text) || ' characters'
  from meant order by version_no;

-- Where else the agency's returns have a line of these words: the same answer goes into each board's own form, and
-- each board decides of its own copies.
select 'The same words may stand in: ' || f.name || ', receipt ' || v.receipt_code || ', version ' || o.version_no
       || ', box ' || o.box_no
  from (select distinct agency_id, btrim(line) as line from meant, regexp_split_to_table(text, '[\r\n]+') line
         where char_length(btrim(line)) >= 20) words
  join tenant.return_box o on o.agency_id = words.agency_id and position(words.line in o.text) > 0
  join tenant.return_version v using (tenant_id, return_id, version_no)
  join tenancy.party_profile f on f.party_id = o.tenant_id
 where not exists (select from meant m where (m.tenant_id, m.return_id, m.version_no, m.box_no)
                                           = (o.tenant_id, o.return_id, o.version_no, o.box_no))
 group by f.name, v.receipt_code, o.version_no, o.box_no
 order by 1;

update tenant.return_box b
   set text = null, salt = null, point = null, na_reason = null, state = 'redacted'
  from meant m
 where (b.tenant_id, b.return_id, b.version_no, b.box_no) = (m.tenant_id, m.return_id, m.version_no, m.box_no);

insert into tenant.audit_entry (tenant_id, person_id, role, what, subject_kind, subject_ref, facts)
select room, i.person_id, case room when m.tenant_id then 'manager' end, 'return.redacted', 'return', m.return_id::text,
       jsonb_build_object('box', m.box_no, 'versions', jsonb_agg(m.version_no order by m.version_no),
                          'reference', asked.reference, 'detail', 'box ' || m.box_no || ', ' || asked.reference)
  from meant m
  join instructed i on i.party_id = m.tenant_id
 cross join asked
 cross join lateral unnest(array[m.tenant_id, m.agency_id]) room
 where room is not null
 group by room, m.tenant_id, i.person_id, m.return_id, m.box_no, asked.reference;

select count(*) || ' files that held them are removed.' from (
  select from tenant.report_file f where f.state = 'removed' and f.xmin = pg_current_xact_id()::xid
  union all
  select from tenant.return_paper p where p.state = 'removed' and p.xmin = pg_current_xact_id()::xid) gone;

\if :change
commit;
\echo Done. Nobody can bring the words back but from a backup.
\else
rollback;
\echo Nothing was changed: this was a look. Say -v change=yes.
\endif
