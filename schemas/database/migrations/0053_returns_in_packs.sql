-- Returns in a chair's pack, beside the reports in it (0063): as they stand when the pack is drafted.
create table tenant.report_return (
  tenant_id uuid not null,
  report_id uuid not null,
  position integer not null,
  return_id uuid not null,
  constraint report_return_key primary key (tenant_id, report_id, position),
  constraint report_return_once unique (tenant_id, report_id, return_id),
  constraint report_return_report foreign key (tenant_id, report_id)
    references tenant.report (tenant_id, report_id),
  constraint report_return_return foreign key (tenant_id, return_id)
    references tenant.return (tenant_id, return_id),
  constraint report_return_few check (position between 1 and 200)
);
create index report_return_of on tenant.report_return (tenant_id, return_id);

alter table tenant.report_return enable row level security;
alter table tenant.report_return force row level security;
create policy report_return_board_reads on tenant.report_return for select to scope_board
  using (tenant_id = (select app.sealed_party('board')));
create policy report_return_board_adds on tenant.report_return for insert to scope_board
  with check (tenant_id = (select app.sealed_party('board')));
grant select, insert on tenant.report_return to scope_board;

call app.cover_merge();
