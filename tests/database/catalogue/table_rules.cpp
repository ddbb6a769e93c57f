#include "rules.hpp"

namespace onereturn::testing {
namespace {

const std::string plain_table =
    "create table tenant.planted (tenant_id uuid not null, id uuid not null,"
    " primary key (tenant_id, id))";

std::vector<Rule> key_rules() {
  return {
      {"tenant_id_comes_first_and_is_never_null",
       R"(select c.relname from pg_class c
           where c.relnamespace = 'tenant'::regnamespace and c.relkind in ('r', 'p')
             and not exists (select from pg_attribute a
                              where a.attrelid = c.oid and a.attnum = 1 and a.attname = 'tenant_id'
                                and a.attnotnull and a.atttypid = 'uuid'::regtype))",
       "create table tenant.planted (id uuid primary key, tenant_id uuid not null)"},
      {"every_primary_and_unique_key_holds_tenant_id",
       R"(select c.relname || ': ' || k.conname from pg_constraint k join pg_class c on c.oid = k.conrelid
           where c.relnamespace = 'tenant'::regnamespace and k.contype in ('p', 'u')
             and not exists (select from pg_attribute a where a.attrelid = c.oid
                              and a.attname = 'tenant_id' and a.attnum = any (k.conkey)))",
       "alter table tenant.unit add constraint planted unique (unit_id)"},
      {"every_primary_key_begins_with_tenant_id",
       R"(select c.relname from pg_class c
           where c.relnamespace = 'tenant'::regnamespace and c.relkind = 'r'
             and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p'
                              and k.conkey[1] = 1))",
       "create table tenant.planted (tenant_id uuid not null, id uuid not null,"
       " primary key (id, tenant_id))"},
      {"every_unique_index_holds_tenant_id",
       R"(select i.indexrelid::regclass::text from pg_index i join pg_class c on c.oid = i.indrelid
           where c.relnamespace = 'tenant'::regnamespace and i.indisunique
             and not 1 = any (i.indkey::int2[]))",
       "create unique index planted on tenant.unit (unit_id)"},
      {"every_index_begins_with_a_party",
       R"(select i.indexrelid::regclass::text from pg_index i join pg_class c on c.oid = i.indrelid
            join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
           where c.relnamespace = 'tenant'::regnamespace
             and a.attname not in ('tenant_id', 'agency_id', 'to_party'))",
       "create index planted on tenant.unit (name)"},
      {"every_key_says_in_its_name_what_it_means",
       R"(select c.relname || ': ' || k.conname from pg_constraint k join pg_class c on c.oid = k.conrelid
            join pg_namespace n on n.oid = c.relnamespace
           where n.nspname in ('tenant', 'tenancy', 'identity', 'catalogue', 'directory', 'jobs', 'app')
             and k.conname ~ '(_pkey|_fkey[0-9]*|_check[0-9]*|_key[0-9]+)$')",
       plain_table},
  };
}

std::vector<Rule> reference_rules() {
  return {
      {"a_key_within_a_tenant_holds_the_tenant_on_both_sides",
       // The keys to a unit or a submission hold the agency alone: the row of the board may be
       // written with an agency only that has joined it, and the ids cannot be guessed.
       R"(select c.relname || ': ' || k.conname from pg_constraint k
            join pg_class c on c.oid = k.conrelid join pg_class f on f.oid = k.confrelid
           where k.contype = 'f' and c.relnamespace = 'tenant'::regnamespace
             and f.relnamespace = 'tenant'::regnamespace
             and k.conname not in ('register_entry_unit', 'request_unit', 'return_version_submission')
             and not (1 = any (k.conkey) and 1 = any (k.confkey)))",
       "alter table tenant.unit add constraint unit_once unique (tenant_id, unit_id, name);"
       "alter table tenant.action add constraint planted foreign key (agency_id, source_ref)"
       " references tenant.unit (tenant_id, unit_id)"},
      {"a_key_out_of_a_tenant_goes_to_the_known_tables",
       R"(select c.relname || ' -> ' || k.confrelid::regclass from pg_constraint k
            join pg_class c on c.oid = k.conrelid join pg_class f on f.oid = k.confrelid
            join pg_namespace n on n.oid = f.relnamespace
           where k.contype = 'f' and c.relnamespace = 'tenant'::regnamespace
             and n.nspname <> 'tenant' and n.nspname <> 'catalogue'
             and k.confrelid::regclass::text not in ('tenancy.party', 'tenancy.connection',
                                                     'identity.person', 'directory.organisation'))",
       "alter table tenant.unit add constraint planted foreign key (unit_id)"
       " references jobs.job (job_id)"},
      {"nothing_outside_points_into_a_tenant_but_a_membership_at_its_unit",
       R"(select k.conrelid::regclass || ': ' || k.conname from pg_constraint k
            join pg_class c on c.oid = k.conrelid join pg_class f on f.oid = k.confrelid
           where k.contype = 'f' and f.relnamespace = 'tenant'::regnamespace
             and c.relnamespace <> 'tenant'::regnamespace and k.conname <> 'membership_unit')",
       "alter table jobs.job add constraint planted foreign key (source_tenant, source_ref)"
       " references tenant.submission (tenant_id, submission_id)"},
      {"no_key_removes_or_changes_rows_by_itself",
       R"(select k.conrelid::regclass || ': ' || k.conname from pg_constraint k
           where k.contype = 'f' and (k.confdeltype not in ('a', 'r') or k.confupdtype not in ('a', 'r')))",
       "alter table tenant.unit add constraint planted foreign key (tenant_id)"
       " references tenancy.party on delete cascade"},
  };
}

std::vector<Rule> content_rules() {
  return {
      {"no_text_is_without_a_limit",
       R"(select c.oid::regclass || '.' || a.attname from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
           where n.nspname in ('tenant', 'tenancy', 'identity', 'catalogue', 'directory', 'jobs')
             and c.relkind = 'r'
             and a.atttypid in ('text'::regtype, 'varchar'::regtype, 'text[]'::regtype,
                                'json'::regtype, 'bytea'::regtype)
             and a.attgenerated = ''
             and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'c'
                              and a.attnum = any (k.conkey)))",
       "alter table tenant.unit add column planted text"},
      {"there_are_no_views_partitions_triggers_or_rules",
       R"(select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where n.nspname in ('tenant', 'tenancy', 'identity', 'catalogue', 'directory', 'jobs', 'app')
             and (c.relkind in ('v', 'm', 'p', 'f') or c.relispartition)
          union all
          select t.tgrelid::regclass || ': ' || t.tgname from pg_trigger t where not t.tgisinternal
          union all
          select r.ev_class::regclass || ': ' || r.rulename from pg_rewrite r
            join pg_class c on c.oid = r.ev_class join pg_namespace n on n.oid = c.relnamespace
           where n.nspname = 'tenant')",
       "create view tenant.planted as select tenant_id from tenant.unit"},
      {"hot_tables_leave_room_for_changes",
       R"(select t from unnest(array['answer', 'answer_text', 'answer_part', 'board_answer', 'board_box',
                                     'return', 'delivery', 'rollup']) as t
           where not exists (select from pg_class c where c.relnamespace = 'tenant'::regnamespace
                              and c.relname = t and c.reloptions @> array['fillfactor=85']))",
       "alter table tenant.answer reset (fillfactor)"},
      {"there_are_no_large_objects_and_no_extensions",
       R"(select 'large object' from pg_largeobject_metadata
          union all select extname from pg_extension where extname <> 'plpgsql')",
       "select lo_create(4711)"},
  };
}

}  // namespace

std::vector<Rule> table_rules() {
  auto rules = key_rules();
  for (auto& more : {reference_rules(), content_rules()}) {
    rules.insert(rules.end(), more.begin(), more.end());
  }
  return rules;
}

}  // namespace onereturn::testing
