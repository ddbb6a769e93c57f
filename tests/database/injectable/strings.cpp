#include "database/injectable/strings.hpp"

namespace onereturn::testing {
namespace {

using Texts = std::vector<std::string>;

// Settings that the seal rests on, or that change what is read and how.
const Texts settings = {"onereturn.scope",
                        "onereturn.seal",
                        "role",
                        "row_security",
                        "search_path",
                        "session_authorization",
                        "statement_timeout",
                        "TimeZone",
                        "DateStyle",
                        "bytea_output",
                        "client_encoding",
                        "default_transaction_read_only",
                        "lock_timeout",
                        "standard_conforming_strings",
                        "is_superuser",
                        "transaction_isolation",
                        "session_replication_role",
                        "log_statement"};

const Texts values = {"''", "'owner'", "'scope_board'", "'none'", "'off'", "'1'"};

Texts of_settings() {
  Texts all;
  for (const auto& setting : settings) {
    const auto at = all.size();
    for (const bool local : {true, false})
      all.push_back("select set_config('" + setting + "', " +
                    values[(at + (local ? 0 : 3)) % values.size()] + ", " +
                    (local ? "true" : "false") + ")");
  }
  return all;
}

Texts expressions_of_ours(const std::string& foreign, const std::string& token) {
  const std::string forged =
      "replace(current_setting('onereturn.scope'), app.party()::text, '" + foreign + "')";
  auto all = of_settings();
  const Texts more = {
      "true",
      "null",
      "1 = 1",
      "select string_agg(name, ',') from tenant.unit",
      "select name from tenant.unit where tenant_id = '" + foreign + "'",
      "select string_agg(u.name, ',') from tenant.unit u, tenant.unit v",
      "select string_agg(title, ',') from tenant.audit",
      "select string_agg(title, ',') from tenant.request where tenant_id = '" + foreign + "'",
      "select count(*) from tenancy.party",
      "select count(*) from identity.session",
      "select count(*) from identity.person",
      "select count(*) from jobs.job",
      "select encode(key, 'hex') from app.seal_key",
      "select app.make_seal_key()",
      "select set_config('onereturn.scope', " + forged + ", true)",
      "select set_config('onereturn.scope', " + forged + ", false)",
      "select set_config('role', 'none', true) || (select string_agg(name, ',') from tenant.unit)",
      "select set_config('row_security', 'off', true) || (select string_agg(name, ',') from "
      "tenant.unit)",
      "select identity.enter(" + token + ")",
      "select identity.enter(sha256('lead two'))",
      "select identity.enter_job(gen_random_uuid(), 1)",
      "select identity.look_up_session(" + token + ")",
      "select operator.rotate_seal_key()",
      "select app.sealed_party('board')",
      "select app.sealed_party('agency')"};
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

Texts expressions_of_the_server() {
  return {
      "select query_to_xml('select name from tenant.unit', true, false, '')",
      "select query_to_xml('reset role', true, false, '')",
      "select table_to_xml('tenant.unit'::regclass, true, false, '')",
      "select schema_to_xml('tenant', true, false, '')",
      "select database_to_xml(true, false, '')",
      "select ts_stat('select to_tsvector(name) from tenant.unit')",
      "select pg_read_file('postgresql.conf')",
      "select pg_read_binary_file('PG_VERSION')",
      "select pg_ls_dir('.')",
      "select pg_stat_file('PG_VERSION')",
      "select lo_import('/etc/hostname')",
      "select lo_export(1, '/tmp/x')",
      "select lo_from_bytea(0, 'kept'::bytea)",
      "select lo_create(424242)",
      "select lo_get(424242)",
      "select pg_advisory_lock(7)",
      "select pg_advisory_xact_lock(7)",
      "select pg_try_advisory_lock_shared(7)",
      "select pg_advisory_unlock_all()",
      "select pg_notify('rows', (select string_agg(name, ',') from tenant.unit))",
      "select pg_reload_conf()",
      "select pg_rotate_logfile()",
      "select pg_promote()",
      "select pg_terminate_backend(pg_backend_pid())",
      "select pg_cancel_backend(pg_backend_pid())",
      "select count(*) from pg_stat_activity",
      "select string_agg(query, ',') from pg_stat_activity",
      "select string_agg(rolpassword, ',') from pg_authid",
      "select count(*) from pg_shadow",
      "select string_agg(most_common_vals::text, ',') from pg_stats where schemaname = 'tenant'",
      "select count(*) from pg_statistic",
      "select count(*) from pg_prepared_xacts",
      "select string_agg(statement, ',') from pg_prepared_statements",
      "select pg_get_viewdef('tenant.unit'::regclass)",
      "select pg_relation_filepath('tenant.unit')",
      "select pg_export_snapshot()",
      "select txid_current()",
      "select pg_logical_emit_message("
      "true, 'x', 'y')",
      "select pg_create_restore_point('x')",
      "select pg_switch_wal()",
      "select setseed(0.5)",
      "select lastval()",
      "select nextval('tenant.x')",
      "select dblink('', 'select 1')",
      "select has_table_privilege('owner', 'tenant.unit', 'select')",
      "select 1 / 0",
      "select cast((select string_agg(name, ',') from tenant.unit) as integer)",
      "select xpath('/', '<!DOCTYPE a [<!ENTITY b SYSTEM "
      "\"file:///etc/passwd\">]><a>&b;</a>'::xml)"};
}

Texts statements_on_rows(const std::string& foreign) {
  return {"select name from tenant.unit where tenant_id = '" + foreign + "'",
          "update tenant.unit set name = 'Changed'",
          "update tenant.unit set name = 'Changed' where tenant_id = '" + foreign + "'",
          "update tenant.unit set tenant_id = '" + foreign + "'",
          "delete from tenant.unit where tenant_id = '" + foreign + "'",
          "insert into tenant.unit (tenant_id, name) values ('" + foreign + "', 'Added')",
          "insert into tenant.unit (tenant_id, name) values ('" + foreign +
              "', 'Added') on conflict do nothing",
          "truncate tenant.unit",
          "truncate tenant.unit cascade",
          "drop table tenant.unit",
          "drop schema tenant cascade",
          "alter table tenant.unit disable row level security",
          "alter table tenant.unit no force row level security",
          "alter table tenant.unit owner to gateway",
          "drop policy unit_agency_reads on tenant.unit",
          "create policy mine on tenant.unit using (true)",
          "grant all on tenant.unit to public",
          "grant owner to gateway",
          "revoke all on tenant.unit from scope_agency"};
}

Texts statements_that_leave(const std::string& foreign, const std::string& token) {
  return {
      "reset role; select name from tenant.unit",
      "set role none; select name from tenant.unit",
      "set role owner; select name from tenant.unit",
      "set local role scope_board",
      "set role scope_board; select title from tenant.audit",
      "set session authorization owner",
      "set session authorization default",
      "reset session authorization; select name from tenant.unit",
      "set session characteristics as transaction read only",
      "set session row_security = off",
      "set session search_path = tenant",
      "set session statement_timeout = 1",
      "set local row_security = off; select name from "
      "tenant.unit",
      "reset all; select name from tenant.unit",
      "set local onereturn.scope = ''; select name from tenant.unit",
      "set onereturn.scope = 'agency|" + foreign + "||||||||'; select name from tenant.unit",
      "set onereturn.seal = 'x'; select name from tenant.unit",
      "commit; begin; select name from tenant.unit",
      "commit; begin; update tenant.unit set name = 'Changed'",
      "rollback; begin; select name from tenant.unit",
      "commit; select name from tenant.unit",
      "rollback and chain; select name from tenant.unit",
      "commit and chain; select name from tenant.unit",
      "commit; begin; set role scope_agency; select name from tenant.unit",
      "commit; begin; set role scope_board; select title from tenant.audit",
      "commit; begin; select * from identity.enter(" + token + "); select name from tenant.unit",
      "commit; begin; select * from identity.enter(sha256('lead two ')); select name from "
      "tenant.unit",
      "savepoint s; rollback to s; select name from tenant.unit",
      "savepoint s; set local role none; rollback to s; select name from tenant.unit"};
}

Texts statements_on_the_server() {
  return {"discard all",
          "commit; discard all; select name from tenant.unit",
          "deallocate all",
          "prepare stolen as select name from tenant.unit; execute stolen",
          "declare c cursor with hold for select name from tenant.unit; commit; fetch all from c",
          "copy tenant.unit to stdout",
          "copy tenant.unit to program 'cat'",
          "copy tenant.unit to '/tmp/x'",
          "copy tenant.unit from program 'id'",
          "copy (select name from tenant.unit) to program 'cat'",
          "do $$ begin execute 'reset role'; perform name from tenant.unit; end $$",
          "do $$ begin execute 'set role owner'; end $$",
          "do $$ begin update tenant.unit set name = 'Changed'; end $$",
          "do $$ begin raise notice '%', (select string_agg(name, ',') from tenant.unit); end $$",
          "do $$ begin commit; perform name from tenant.unit; end $$",
          "notify rows, 'x'",
          "listen rows",
          "commit; listen rows",
          "prepare transaction 'x'",
          "commit prepared 'x'",
          "lock table tenant.unit in access exclusive mode",
          "lock table tenancy.party",
          "create temporary table unit as select * from tenant.unit",
          "create table mine (x int)",
          "create function pg_temp.f() returns int language sql return 1",
          "create schema mine",
          "create extension dblink",
          "create extension adminpack",
          "load 'auto_explain'",
          "create role mine superuser",
          "alter role gateway superuser",
          "alter role gateway set search_path = tenant",
          "alter system set row_security = off",
          "alter database current set row_security = off",
          "comment on table tenant.unit is 'x'",
          "explain analyze select name from tenant.unit",
          "vacuum tenant.unit",
          "checkpoint",
          "cluster tenant.unit",
          "reindex table tenant.unit",
          "refresh materialized view x",
          "merge into tenant.unit u using (select 1) s on true when matched then update set name = "
          "'Changed'",
          "with gone as (delete from tenant.unit returning name) select name from gone",
          "table tenant.unit",
          "values (1); table tenant.request",
          "select lo_unlink(424242)",
          "import foreign schema x from server y into tenant"};
}

}  // namespace

std::vector<Injection> injections(const std::string& foreign, const std::string& token) {
  std::vector<Injection> all;
  for (const auto& texts : {expressions_of_ours(foreign, token), expressions_of_the_server()}) {
    for (const auto& sql : texts)
      all.push_back({true, sql});
  }
  for (const auto& texts : {statements_on_rows(foreign), statements_that_leave(foreign, token),
                            statements_on_the_server()}) {
    for (const auto& sql : texts)
      all.push_back({false, sql});
  }
  return all;
}

}  // namespace onereturn::testing
