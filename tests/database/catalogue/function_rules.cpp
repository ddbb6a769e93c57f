#include "rules.hpp"

namespace onereturn::testing {
namespace {

const std::string ours =
    "n.nspname in ('app', 'directory', 'identity', 'tenancy', 'catalogue', 'jobs', 'operator',"
    " 'tenant')";

// Who may run what as the owner. A new name here needs a reason in the review.
const std::string allowed_definers = R"(values
  ('app', 'sealed_party', 'scope'), ('app', 'sealed_source', 'scope'), ('app', 'sealed_ref', 'scope'),
  ('app', 'sealed_target', 'scope'), ('app', 'sealed_scope', 'scope'),
  ('directory', 'verify_receipt', 'gateway'),
  ('identity', 'look_up_session', 'gateway'), ('identity', 'look_up_loan', 'gateway'),
  ('identity', 'look_up_job', 'worker'), ('identity', 'colleagues', 'scope'),
  ('identity', 'sign_in_look_up', 'auth'), ('identity', 'sign_in_failed', 'auth'),
  ('identity', 'sign_in_succeeded', 'auth'), ('identity', 'memberships_of', 'auth'),
  ('identity', 'begin_session', 'auth'), ('identity', 'end_session', 'auth'),
  ('identity', 'session_info', 'auth'), ('identity', 'set_password_hash', 'auth'),
  ('tenancy', 'own_profile', 'scope'), ('tenancy', 'invite', 'scope'), ('tenancy', 'accept_invitation', 'scope'),
  ('jobs', 'announce_all', 'scope'), ('jobs', 'my_deliveries', 'scope'),
  ('jobs', 'claim', 'worker'), ('jobs', 'extend', 'worker'), ('jobs', 'fail', 'worker'),
  ('jobs', 'release', 'worker'), ('jobs', 'finish', 'worker or scope'), ('jobs', 'sweep', 'worker'),
  ('jobs', 'next_due_seconds', 'worker'), ('jobs', 'overview', 'worker'),
  ('jobs', 'announce_own', 'worker'),
  ('jobs', 'housekeep', 'worker')
)";

}  // namespace

std::vector<Rule> function_rules() {
  return {
      {"functions_that_run_as_the_owner_are_the_known_ones",
       "select n.nspname || '.' || p.proname from pg_proc p"
       " join pg_namespace n on n.oid = p.pronamespace"
       " where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema', 'operator')"
       " and (n.nspname, p.proname) not in (select a.schema, a.name from (" +
           allowed_definers + ") as a (schema, name, who))",
       "create function tenant.planted() returns int language sql security definer"
       " set search_path = pg_catalog, pg_temp return 1"},
      {"functions_that_run_as_the_owner_have_a_fixed_search_path",
       "select p.oid::regprocedure::text from pg_proc p"
       " join pg_namespace n on n.oid = p.pronamespace where " +
           ours +
           " and p.prosecdef and not coalesce(p.proconfig, '{}')"
           " @> array['search_path=pg_catalog, pg_temp']",
       "alter function app.sealed_party(text) reset search_path"},
      {"functions_belong_to_the_owner_who_is_nobody_special",
       "select p.oid::regprocedure::text from pg_proc p"
       " join pg_namespace n on n.oid = p.pronamespace join pg_roles r on r.oid = p.proowner"
       " where " +
           ours + " and (r.rolname <> 'owner' or r.rolsuper or r.rolbypassrls)",
       "alter function app.sealed_party(text) owner to postgres"},
      {"nothing_is_executable_by_everybody",
       "select p.oid::regprocedure::text from pg_proc p"
       " join pg_namespace n on n.oid = p.pronamespace where " +
           ours +
           " and (p.proacl is null or exists (select from aclexplode(p.proacl) x"
           " where x.grantee = 0))",
       "grant execute on function jobs.sweep() to public"},
      {"each_entrance_is_open_to_its_own_login_only",
       "select a.schema || '.' || a.name || ' ' || r.rolname from (" + allowed_definers +
           R"() as a (schema, name, who)
          join pg_namespace n on n.nspname = a.schema
          join pg_proc p on p.pronamespace = n.oid and p.proname = a.name
          cross join lateral aclexplode(p.proacl) x join pg_roles r on r.oid = x.grantee
         where r.rolname <> 'owner'
           and not (r.rolname = a.who
                    or a.who in ('scope', 'worker or scope') and r.rolname like 'scope\_%'
                    or a.who in ('worker', 'worker or scope')
                       and r.rolname in ('worker', 'scope_system')))",
       "grant execute on function identity.begin_session(bytea, uuid, uuid, text, interval, bytea)"
       " to gateway"},
      {"the_operators_entrances_are_open_to_the_operator_only",
       "select p.proname || ' ' || coalesce(r.rolname, 'public') from pg_proc p"
       " cross join lateral aclexplode(p.proacl) x left join pg_roles r on r.oid = x.grantee"
       " where p.pronamespace = 'operator'::regnamespace"
       " and coalesce(r.rolname, 'public') not in ('owner', 'operator')",
       "grant execute on function operator.connect(uuid, uuid) to gateway"},
      {"functions_that_enter_run_as_their_caller",
       "select p.oid::regprocedure::text from pg_proc p"
       " join pg_namespace n on n.oid = p.pronamespace"
       " where " +
           ours + " and p.prosecdef and p.prosrc ~ 'identity\\.enter|set_config\\(''role'''",
       "alter function identity.enter(bytea) security definer"},
  };
}

}  // namespace onereturn::testing
