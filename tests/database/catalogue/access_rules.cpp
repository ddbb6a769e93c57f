#include "rules.hpp"

namespace onereturn::testing {
namespace {

const std::string services = "'gateway', 'worker', 'auth', 'operator', 'migrator', 'backup'";

std::vector<Rule> row_security_rules() {
  return {
      {"row_security_is_forced_on_every_tenant_table",
       R"(select c.relname from pg_class c
           where c.relnamespace = 'tenant'::regnamespace and c.relkind in ('r', 'p')
             and not (c.relrowsecurity and c.relforcerowsecurity))",
       "alter table tenant.answer no force row level security"},
      {"each_policy_is_permissive_for_one_scope_and_one_verb",
       R"(select p.polrelid::regclass || ': ' || p.polname from pg_policy p
           where not p.polpermissive or p.polcmd = '*' or cardinality(p.polroles) <> 1
              or 0 = any (p.polroles)
              or not exists (select from pg_roles r where r.oid = p.polroles[1]
                              and r.rolname like 'scope\_%'))",
       "create policy planted on tenant.unit as restrictive for select to scope_agency"
       " using (true)"},
      {"no_scope_has_two_policies_for_one_verb",
       // The agency's own rows and its side of the board's stand in different tables.
       R"(select polrelid::regclass || ': ' || polcmd::text from pg_policy
           group by polrelid, polroles, polcmd having count(*) > 1)",
       "create policy planted on tenant.unit for select to scope_agency using (true)"},
      {"each_policy_has_a_known_shape",
       R"(select p.polrelid::regclass || ': ' || p.polname || ' ' || e.text from pg_policy p
            join pg_roles r on r.oid = p.polroles[1]
            cross join lateral (values (pg_get_expr(p.polqual, p.polrelid)),
                                       (pg_get_expr(p.polwithcheck, p.polrelid))) as e (text)
            cross join lateral (select substr(r.rolname, 7) as scope) s
           where e.text is not null
             and e.text !~ ('^\(+(tenant_id|agency_id|board_id|party_id) = \( SELECT app\.sealed_'
                            || '(party|source)\(''' || s.scope || '''::text\) AS ')
             and e.text !~ ('^\( SELECT app\.sealed_scope\(''' || s.scope || '''::text\) AS '))",
       "create policy planted on tenant.action_link for delete to scope_agency"
       " using (tenant_id = app.party())"},
      {"only_three_kinds_of_policy_have_an_alternative",
       R"(select p.polrelid::regclass || ': ' || p.polname from pg_policy p
           where p.polrelid not in ('tenancy.party_profile'::regclass,
                                    'tenant.submission_commitment'::regclass,
                                    'tenant.submission_commitment_subject'::regclass)
             and coalesce(pg_get_expr(p.polqual, p.polrelid), '')
                 || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '') ~* '\mor\M')",
       "create policy planted on tenant.action_link for delete to scope_agency"
       " using (tenant_id = (select app.sealed_party('agency')) or true)"},
      {"each_policy_holds_the_seal_of_its_own_scope_only",
       R"(select p.polrelid::regclass || ': ' || p.polname from pg_policy p
            join pg_roles r on r.oid = p.polroles[1]
            cross join lateral regexp_matches(coalesce(pg_get_expr(p.polqual, p.polrelid), '')
              || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), ''),
              'sealed_[a-z]+\(''([a-z]+)''', 'g') as m
           where m[1] <> substr(r.rolname, 7))",
       "create policy planted on tenant.unit for delete to scope_board"
       " using (tenant_id = (select app.sealed_party('agency')))"},
      {"an_update_is_checked_like_it_is_found",
       R"(select p.polrelid::regclass || ': ' || p.polname from pg_policy p
           where p.polcmd = 'w' and pg_get_expr(p.polqual, p.polrelid)
                 is distinct from pg_get_expr(p.polwithcheck, p.polrelid))",
       "create policy planted on tenant.submission for update to scope_agency"
       " using (tenant_id = (select app.sealed_party('agency'))) with check (true)"},
      {"each_right_has_its_policy_and_each_policy_its_right",
       R"(with rights as (
            select c.oid, r.oid as role, v.cmd from pg_class c
              cross join (select oid from pg_roles where rolname like 'scope\_%') r
              cross join (values ('r'::"char", 'select'), ('a', 'insert'), ('w', 'update'), ('d', 'delete'))
                as v (cmd, name)
             where c.relnamespace = 'tenant'::regnamespace and c.relkind = 'r'
               and case when v.name = 'delete' then has_table_privilege(r.oid, c.oid, v.name)
                        else has_any_column_privilege(r.oid, c.oid, v.name) end),
          policies as (select p.polrelid as oid, p.polroles[1] as role, p.polcmd as cmd from pg_policy p
                         join pg_class c on c.oid = p.polrelid
                        where c.relnamespace = 'tenant'::regnamespace)
          select 'right without policy: ' || oid::regclass || ' ' || role::regrole || ' ' || cmd::text
            from (table rights except table policies) x
          union all
          select 'policy without right: ' || oid::regclass || ' ' || role::regrole || ' ' || cmd::text
            from (table policies except table rights) x)",
       "grant delete on tenant.unit to scope_agency"},
  };
}

std::vector<Rule> right_rules() {
  return {
      {"only_scopes_have_rights_on_tables",
       R"(select c.oid::regclass || ' ' || coalesce(r.rolname, 'public') || ' ' || x.privilege_type
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            cross join lateral (
              select * from aclexplode(c.relacl)
              union all
              select y.* from pg_attribute a, aclexplode(a.attacl) y where a.attrelid = c.oid) x
            left join pg_roles r on r.oid = x.grantee
           where n.nspname in ('tenant', 'tenancy', 'identity', 'catalogue', 'directory', 'jobs', 'app')
             and coalesce(r.rolname, 'public') <> 'owner'
             and coalesce(r.rolname, 'public') not like 'scope\_%')",
       "grant select on tenancy.party to gateway"},
      {"no_scope_may_do_more_than_read_add_change_and_remove_rows",
       R"(select c.oid::regclass || ' ' || x.privilege_type from pg_class c, aclexplode(c.relacl) x
            join pg_roles r on r.oid = x.grantee
           where r.rolname <> 'owner' and c.relkind in ('r', 'S')
             and (x.privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE') or x.is_grantable)
             and c.relnamespace <> 'pg_catalog'::regnamespace
             and c.relnamespace <> 'information_schema'::regnamespace)",
       "grant truncate on tenant.unit to scope_agency"},
      {"changes_are_allowed_column_by_column_and_never_to_a_key",
       R"(select c.oid::regclass || ' as a whole' from pg_class c, aclexplode(c.relacl) x
            join pg_roles r on r.oid = x.grantee
           where r.rolname like 'scope\_%' and x.privilege_type = 'UPDATE'
          union all
          select c.oid::regclass || '.' || a.attname from pg_class c
            join pg_attribute a on a.attrelid = c.oid
            join pg_constraint k on k.conrelid = c.oid and k.contype = 'p' and a.attnum = any (k.conkey)
            cross join lateral aclexplode(a.attacl) x join pg_roles r on r.oid = x.grantee
           where r.rolname like 'scope\_%' and x.privilege_type = 'UPDATE')",
       "grant update (tenant_id) on tenant.unit to scope_agency"},
      {"nobody_reads_the_people_the_parties_or_the_queue",
       R"(select t.oid::regclass || ' ' || r.rolname from pg_class t join pg_namespace n on n.oid = t.relnamespace
            cross join pg_roles r
           where t.relkind = 'r' and (n.nspname in ('identity', 'jobs', 'app')
                                      or t.oid in ('tenancy.party'::regclass, 'tenancy.invitation'::regclass))
             and r.rolname not in ('owner', 'migrator', 'backup', 'pg_read_all_data', 'pg_write_all_data')
             and not r.rolsuper
             and has_any_column_privilege(r.oid, t.oid, 'select, insert, update'))",
       "grant select on tenancy.party to scope_board"},
      {"the_catalogue_is_immutable",
       R"(select c.oid::regclass || ' ' || r.rolname from pg_class c cross join pg_roles r
           where c.relnamespace = 'catalogue'::regnamespace and c.relkind = 'r'
             and r.rolname like 'scope\_%'
             and (has_any_column_privilege(r.oid, c.oid, 'update')
                  or has_table_privilege(r.oid, c.oid, 'delete')
                  or (c.relname <> 'national_release'
                      and has_any_column_privilege(r.oid, c.oid, 'insert'))))",
       "grant insert on catalogue.facet to scope_board"},
      {"what_is_kept_for_ever_is_only_added_to",
       R"(select c.relname || ' ' || r.rolname from pg_class c cross join pg_roles r
           where c.relnamespace = 'tenant'::regnamespace and r.rolname like 'scope\_%'
             and (c.relname in ('return_box', 'box_source', 'return_evidence', 'sign_off', 'audit_entry',
                                'audit_seal', 'action_status', 'evaluation_box', 'evaluation_release',
                                'explanation', 'return_level') or c.relname like 'submission%'
                  or c.relname like '%\_version' and c.relname <> 'return_version')
             and (has_any_column_privilege(r.oid, c.oid, 'update')
                  or has_table_privilege(r.oid, c.oid, 'delete')))",
       "grant update (text) on tenant.return_box to scope_board"},
      {"no_scope_makes_objects",
       R"(select n.nspname || ' ' || r.rolname from pg_namespace n cross join pg_roles r
           where n.nspname not like 'pg\_%' and not r.rolsuper and r.rolname <> 'owner'
             and has_schema_privilege(r.oid, n.oid, 'create')
             and not pg_has_role(r.oid, 'pg_database_owner', 'member')
          union all
          select 'database ' || r.rolname from pg_roles r
           where not r.rolsuper and r.rolname not in ('owner', 'pg_database_owner')
             and (has_database_privilege(r.oid, current_database(), 'create')
                  or has_database_privilege(r.oid, current_database(), 'temp')))",
       "grant create on schema app to scope_board"},
  };
}

std::vector<Rule> role_rules() {
  return {
      {"no_role_of_ours_has_a_right_by_itself",
       R"(select r.rolname from pg_roles r
           where (r.rolname like 'scope\_%' or r.rolname in ('owner', )" +
           services + R"())
             and (r.rolsuper or r.rolcreatedb or r.rolcreaterole or r.rolreplication
                  or (r.rolinherit and r.rolname <> 'backup')
                  or (r.rolbypassrls and r.rolname <> 'backup')
                  or r.rolcanlogin <> (r.rolname in ()" +
           services + R"())))",
       "alter role gateway bypassrls"},
      {"each_login_may_become_exactly_its_scopes",
       R"(select coalesce(w.login, h.login) || ' ' || coalesce(w.scope, h.scope)
            from (values ('gateway', 'scope_board'), ('gateway', 'scope_agency'),
                         ('gateway', 'scope_share'), ('gateway', 'scope_sight'),
                         ('gateway', 'scope_national'), ('worker', 'scope_delivery'),
                         ('worker', 'scope_system'), ('worker', 'scope_aggregate'),
                         ('worker', 'scope_board'), ('worker', 'scope_agency'),
                         ('migrator', 'owner'), ('backup', 'pg_read_all_data')) as w (login, scope)
            full join (select m.rolname::text as login, g.rolname::text as scope
                         from pg_auth_members x join pg_roles m on m.oid = x.member
                         join pg_roles g on g.oid = x.roleid
                        where m.rolname in ()" +
           services + R"() or m.rolname like 'scope\_%'
                           or m.rolname = 'owner') h
              on h.login = w.login and h.scope = w.scope
           where w.login is null or h.login is null)",
       "grant scope_delivery to gateway"},
  };
}

}  // namespace

std::vector<Rule> access_rules() {
  auto rules = row_security_rules();
  for (auto& more : {right_rules(), role_rules()}) {
    rules.insert(rules.end(), more.begin(), more.end());
  }
  return rules;
}

}  // namespace onereturn::testing
