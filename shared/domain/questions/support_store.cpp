#include "domain/questions/support_store.hpp"

#include <map>

#include "domain/frameworks/catalogue_store.hpp"
#include "domain/questions/sql.hpp"
#include "domain/questions/support_rules.hpp"

namespace onereturn::questions {

namespace {

// Of every form in which something came.
std::vector<PointBelow> points_of_forms(postgres::BoardTx& tx) {
  std::vector<frameworks::VersionRef> refs;
  for (const auto& row : tx.run(sql::needs_forms))
    refs.push_back({row.text("template_code"), row.number("template_version")});
  std::vector<PointBelow> all;
  for (const auto& form : frameworks::load_templates(tx, refs)) {
    if (form == nullptr) continue;
    for (auto& point : points_below(*form))
      all.push_back(std::move(point));
  }
  return all;
}

}  // namespace

bool insert_support(postgres::BoardTx& tx, const Support& support) {
  return tx.run(sql::insert_support, support.id, support.kind, support.on, support.who,
                support.notes, support.made_at)
             .affected() == 1;
}

bool insert_organisations(postgres::BoardTx& tx, const Support& support) {
  std::vector<std::string> entries;
  for (const auto& one : support.organisations)
    entries.push_back(one.entry.text());
  return tx.run(sql::insert_support_organisations, support.id, entries).affected() ==
         entries.size();
}

bool strike(postgres::BoardTx& tx, const SupportId& id, Instant at) {
  return tx.run(sql::strike_support, id, at).affected() == 1;
}

bool has_support(postgres::BoardTx& tx, const SupportId& id) {
  return tx.run(sql::has_support, id).one().boolean("there");
}

std::vector<Support> list_support(postgres::BoardTx& tx) {
  std::vector<Support> all;
  for (const auto& row : tx.run(sql::support_log)) {
    Support support;
    support.id = row.id<SupportId>("support_id");
    support.kind = row.text("kind");
    support.on = row.date("on_date");
    support.who = row.text("who");
    support.notes = row.text("notes");
    support.made_by = row.text_if("made_by_name").value_or("");
    support.made_at = row.instant("made_at");
    support.struck_at = row.instant_if("struck_at");
    all.push_back(std::move(support));
  }
  std::map<SupportId, Support*> by_id;
  for (auto& one : all)
    by_id[one.id] = &one;
  for (const auto& row : tx.run(sql::support_organisations)) {
    const auto found = by_id.find(row.id<SupportId>("support_id"));
    if (found == by_id.end()) continue;
    found->second->organisations.push_back({row.id<EntryId>("entry_id"), row.text("name")});
  }
  return all;
}

std::vector<Organisation> organisations(postgres::BoardTx& tx) {
  std::vector<Organisation> all;
  for (const auto& row : tx.run(sql::supported))
    all.push_back({row.id<EntryId>("entry_id"), row.text("name")});
  return all;
}

std::vector<Needs> load_needs(postgres::BoardTx& tx, Date today) {
  std::vector<Needs> all;
  std::vector<std::string> codes, points, kinds;
  std::vector<int> versions;
  for (const auto& one : points_of_forms(tx)) {
    codes.push_back(one.form.code);
    versions.push_back(one.form.version);
    points.push_back(one.point);
    kinds.push_back(one.kind);
  }
  for (const auto& row : tx.run(sql::needs, today, codes, versions, points, kinds)) {
    Needs needs;
    needs.entry = row.id<EntryId>("entry_id");
    needs.organisation = row.text("name");
    needs.late = row.number("late");
    needs.untouched = row.number("untouched");
    needs.started_late = row.number("started_late");
    needs.behind = row.number("behind");
    needs.graded = row.number("graded");
    needs.lowest = row.number("lowest");
    needs.below = row.number("below");
    needs.low = row.number("low");
    needs.repeated = row.number("repeated");
    needs.open_questions = row.number("open_questions");
    needs.supported = row.number("supported");
    needs.last_supported = row.date_if("last_supported");
    all.push_back(std::move(needs));
  }
  return all;
}

}  // namespace onereturn::questions
