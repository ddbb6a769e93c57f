#include "domain/sharing/look_store.hpp"

#include "domain/frameworks/words.hpp"
#include "domain/sharing/sql.hpp"

namespace onereturn::sharing {
namespace {

using postgres::Row;

int offset_of(const Looked& looked) { return (looked.page - 1) * looked_at_once; }

ReleaseLine release_of(const Row& row) {
  return {row.id<ReturnId>("return_id"), row.text("organisation"), row.text("title"),
          row.number("version_no"), row.instant("released_at")};
}

ReturnLine return_of(const Row& row) {
  return {row.id<ReturnId>("return_id"), row.text("organisation"), row.text("title"),
          row.number("version_no"), row.instant("received_at")};
}

actions::BoardAction action_of(const Row& row) {
  actions::BoardAction action;
  action.action = row.id<ActionId>("action_id");
  action.organisation = row.text("organisation");
  action.source = row.text("source_kind");
  action.area = row.text("area");
  action.change = row.text("change");
  action.what = row.text("what");
  action.how = row.text("how");
  action.lead = row.text("lead");
  action.by_on = row.date_if("by_on");
  action.progress = row.text("progress");
  action.evidence = row.text("evidence");
  action.risks = row.text("risks");
  if (const auto code = row.text_if("form_code")) {
    action.form = frameworks::VersionRef{*code, row.number("form_version")};
  }
  action.point = row.text_if("point").value_or("");
  const auto word = row.text_if("role");
  for (const auto& [known, role] : frameworks::status_role_words) {
    if (word && *word == known) action.role = role;
  }
  action.state = row.text("state");
  action.said = row.text("said");
  action.made_at = row.instant("made_at");
  action.ended_at = row.instant_if("ended_at");
  return action;
}

}  // namespace

void load_register(postgres::SessionTx& tx, const Looked& looked, Date today, RegisterSeen& seen) {
  const auto rows = tx.run(sql::seen_register, today, looked.text, looked.only, looked_at_once,
                           offset_of(looked));
  for (const Row row : rows) {
    seen.lines.push_back({row.id<EntryId>("entry_id"), row.text("name"), row.text("type_words"),
                          row.text("standing"), row.date_if("due_on"), row.date_if("received_on"),
                          row.boolean("late")});
    seen.found = row.number("found");
  }
  const auto counted = tx.run(sql::seen_register_counts, today);
  const auto counts = counted.one();
  seen.organisations = counts.number("organisations");
  seen.awaited = counts.number("awaited");
  seen.late = counts.number("late");
}

std::vector<ExerciseFigures> load_exercises(postgres::SessionTx& tx) {
  std::vector<ExerciseFigures> list;
  for (const Row row : tx.run(sql::seen_exercises)) {
    ExerciseFigures one;
    one.title = row.text("title");
    one.due_on = row.date_if("due_on");
    one.awaited = row.number("awaited");
    one.to_evaluate = row.number("to_evaluate");
    one.sent_back = row.number("sent_back");
    one.evaluated = row.number("evaluated");
    one.signed_off = row.number("signed_off");
    one.left_out = row.number("left_out");
    one.asked = one.awaited + one.to_evaluate + one.sent_back + one.evaluated + one.signed_off;
    list.push_back(std::move(one));
  }
  return list;
}

std::vector<LevelRow> load_levels(postgres::SessionTx& tx) {
  std::vector<LevelRow> rows;
  for (const Row row : tx.run(sql::seen_levels)) {
    rows.push_back({row.text("period"), row.text("standard"), row.number("level"),
                    row.number("count"), row.number("fewest")});
  }
  return rows;
}

void load_releases(postgres::SessionTx& tx, const Looked& looked, ReleasesSeen& seen) {
  const auto any = ReturnId{};
  for (const Row row :
       tx.run(sql::seen_releases, any, looked.text, looked_at_once, offset_of(looked))) {
    seen.lines.push_back(release_of(row));
    seen.found = row.number("found");
  }
}

std::optional<ReleaseRow> find_release(postgres::SessionTx& tx, const ReturnId& id) {
  const auto rows = tx.run(sql::seen_releases, id, "", 1, 0);
  if (rows.empty()) return std::nullopt;
  return ReleaseRow{release_of(rows[0]), rows[0].text("body")};
}

void load_actions(postgres::SessionTx& tx, const Looked& looked, Date today, ActionsSeen& seen) {
  for (const Row row : tx.run(sql::seen_actions, ActionId{}, today, looked.text, looked.only,
                              looked_at_once, offset_of(looked))) {
    seen.lines.push_back(action_of(row));
    seen.found = row.number("found");
  }
  const auto counted = tx.run(sql::seen_action_counts, today);
  const auto counts = counted.one();
  seen.open = counts.number("open");
  seen.overdue = counts.number("overdue");
}

std::optional<actions::BoardAction> find_action(postgres::SessionTx& tx, const ActionId& id) {
  const std::optional<Date> no_day;
  const std::vector<std::string> all{"all"};
  const auto rows = tx.run(sql::seen_actions, id, no_day, "", all, 1, 0);
  if (rows.empty()) return std::nullopt;
  return action_of(rows[0]);
}

std::vector<actions::HistoryEntry> load_history(postgres::SessionTx& tx, const ActionId& id) {
  std::vector<actions::HistoryEntry> history;
  for (const Row row : tx.run(sql::seen_action_history, id)) {
    actions::HistoryEntry entry;
    entry.number = row.number("status_no");
    entry.kind = row.text("kind");
    entry.point = row.text_if("point").value_or("");
    entry.was_point = row.text_if("was_point").value_or("");
    entry.told = row.text("told");
    entry.was_on = row.date_if("was_on");
    entry.by_on = row.date_if("by_on");
    entry.said = row.text("said");
    entry.by_kind = row.text("by_kind");
    entry.at = row.instant("at");
    history.push_back(std::move(entry));
  }
  return history;
}

void load_returns(postgres::SessionTx& tx, const Looked& looked, ReturnsSeen& seen) {
  for (const Row row :
       tx.run(sql::seen_returns, ReturnId{}, looked.text, looked_at_once, offset_of(looked))) {
    seen.lines.push_back(return_of(row));
    seen.found = row.number("found");
  }
}

std::optional<ReturnRow> find_return(postgres::SessionTx& tx, const ReturnId& id) {
  const auto rows = tx.run(sql::seen_returns, id, "", 1, 0);
  if (rows.empty()) return std::nullopt;
  return ReturnRow{return_of(rows[0]),
                   {rows[0].text("template_code"), rows[0].number("template_version")}};
}

}  // namespace onereturn::sharing
