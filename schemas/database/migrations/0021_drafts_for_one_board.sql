-- What is written for one board is kept as a draft until somebody stands by it, as a common answer is.
-- confirmed_at null: a draft, which is in no copy. Whoever confirmed it is the one who saved it.
alter table tenant.board_answer add column confirmed_at timestamptz;
alter table tenant.board_box add column confirmed_at timestamptz;
-- Until now every save counted. A version is a draft unless it says otherwise.
alter table tenant.board_answer_version add column confirmed boolean not null default true;
alter table tenant.board_box_version add column confirmed boolean not null default true;
alter table tenant.board_answer_version alter column confirmed set default false;
alter table tenant.board_box_version alter column confirmed set default false;

-- The owner sees no row of a sealed table, and so could not say that these were confirmed.
alter table tenant.board_answer no force row level security;
alter table tenant.board_box no force row level security;
update tenant.board_answer set confirmed_at = saved_at;
update tenant.board_box set confirmed_at = saved_at;
alter table tenant.board_answer force row level security;
alter table tenant.board_box force row level security;

-- To choose a point and to put in something by hand are decisions: nobody drafts them.
alter table tenant.board_box add constraint board_box_decision_is_no_draft
  check (kind in ('direct', 'residual') or confirmed_at is not null);

grant update (confirmed_at) on tenant.board_answer, tenant.board_box to scope_agency;
