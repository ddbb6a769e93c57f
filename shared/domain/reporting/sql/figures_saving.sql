-- By year, from what was delivered first and what was sent; one row for each year with any of it.
with boxes as (
  select extract(year from v.delivered_at at time zone 'Europe/London')::integer as year, v.return_id,
         b.box_no, coalesce(x.item_code, '') as item_code,
         bool_or(s.kind = 'answer') as from_answer,
         bool_or(s.kind in ('local', 'residual', 'direct')) as asked_here
  from tenant.return r
  join tenant.return_version v
    on v.tenant_id = r.tenant_id and v.return_id = r.return_id and v.version_no = 1
  join tenant.return_box b
    on b.tenant_id = v.tenant_id and b.return_id = v.return_id and b.version_no = v.version_no
  join catalogue.box x
    on x.template_code = v.template_code and x.version = v.template_version and x.box_no = b.box_no
  left join tenant.box_source s
    on s.tenant_id = b.tenant_id and s.return_id = b.return_id and s.version_no = b.version_no
   and s.box_no = b.box_no
  where r.tenant_id = app.party() and r.origin = 'fan_out' and x.filled_by <> 'board'
  group by 1, v.return_id, b.box_no, x.item_code),
items as (
  select b.year, b.return_id, b.item_code, bool_or(b.from_answer) and not coalesce(bool_or(b.asked_here), false) as spared
  from boxes b
  where b.item_code <> ''
  group by b.year, b.return_id, b.item_code),
mails as (
  select extract(year from m.sent_at at time zone 'Europe/London')::integer as year, count(*) as sent
  from tenant.chase_mail m
  where m.tenant_id = app.party() and m.sent_at is not null and m.state in ('sent', 'bounced')
  group by 1)
select y.year,
       (select count(distinct b.return_id) from boxes b where b.year = y.year) as returns,
       (select count(*) from items i where i.year = y.year) as questions,
       (select count(*) from items i where i.year = y.year and i.spared) as spared,
       (select count(*) from boxes b where b.year = y.year) as boxes,
       (select count(*) from boxes b where b.year = y.year and b.from_answer
          and not coalesce(b.asked_here, false)) as once,
       coalesce((select m.sent from mails m where m.year = y.year), 0) as reminders
from (select b.year from boxes b union select m.year from mails m) y
order by y.year desc
limit 20
