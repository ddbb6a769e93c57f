#include "domain/actions/board_action_store.hpp"

#include "domain/actions/sql.hpp"
#include "domain/frameworks/catalogue_store.hpp"
#include "domain/frameworks/words.hpp"

namespace onereturn::actions {

namespace {

using frameworks::VersionRef;

std::optional<VersionRef> form_in(const postgres::Row& row) {
  if (row.is_null("form_code")) return std::nullopt;
  return VersionRef{row.text("form_code"), row.number("form_version")};
}

std::optional<StatusRole> role_in(const postgres::Row& row) {
  const auto word = row.text_if("role");
  for (const auto& [known, role] : frameworks::status_role_words) {
    if (word && *word == known) return role;
  }
  return std::nullopt;
}

postgres::Param role_word(const std::optional<StatusRole>& role) {
  if (!role) return std::nullopt;
  return std::string(frameworks::to_word(*role));
}

BoardAction action_in(const postgres::Row& row) {
  BoardAction one;
  one.action = row.id<ActionId>("action_id");
  one.organisation = row.text("organisation");
  one.agency = row.id_if<AgencyId>("agency_id");
  one.source = row.text("source_kind");
  one.from_return = row.id_if<ReturnId>("return_id");
  one.area = row.text("area");
  one.change = row.text("change");
  if (!row.is_null("places")) one.places = row.list("places");
  one.what = row.text("what");
  one.how = row.text("how");
  one.lead = row.text("lead");
  one.by_on = row.date_if("by_on");
  one.progress = row.text("progress");
  one.evidence = row.text("evidence");
  one.risks = row.text("risks");
  one.form = form_in(row);
  one.point = row.text_if("point").value_or("");
  one.role = role_in(row);
  one.state = row.text("state");
  one.said = row.text("said");
  one.asked_again = row.boolean("asked_again");
  one.withheld = row.boolean("withheld");
  one.with = row.id_if<PersonId>("with_person");
  one.with_name = row.text_if("with_name").value_or("");
  one.version = row.number("version");
  one.made_at = row.instant("made_at");
  one.news_at = row.instant_if("news_at");
  one.ended_at = row.instant_if("ended_at");
  return one;
}

const char* sort_word(SortBy sort) {
  switch (sort) {
    case SortBy::organisation:
      return "organisation";
    case SortBy::status:
      return "status";
    case SortBy::news:
      return "news";
    case SortBy::lead:
      return "lead";
    case SortBy::due:
      break;
  }
  return "due";
}

ListedActions read_some(postgres::BoardTx& tx, const postgres::Param& action,
                        const ActionFilter& filter, Date today) {
  ListedActions some;
  for (const auto row :
       tx.run(sql::board_actions, action, filter.shows, today, filter.organisations, filter.codes,
              filter.areas, filter.statuses, filter.sources, filter.text, filter.with,
              filter.not_before, filter.not_after, sort_word(filter.sort), filter.descending,
              filter.count, filter.from)) {
    some.all = row.number("everything");
    some.list.push_back(action_in(row));
  }
  return some;
}

std::vector<Named> named(const postgres::Rows& rows, const char* id) {
  std::vector<Named> all;
  for (const auto row : rows)
    all.push_back({row.text(id), row.text_if("name").value_or("")});
  return all;
}

AboutWhom about_in(const postgres::Row& row, const char* name) {
  AboutWhom about;
  about.entry = row.id_if<EntryId>("entry_id");
  about.agency = row.id_if<AgencyId>("agency_id");
  // The whole agency's unit has the agency's own id: an action for all of it names no unit.
  about.unit = row.id_if<UnitId>("unit_id");
  if (about.unit && about.agency && about.unit->text() == about.agency->text()) about.unit.reset();
  about.name = row.text(name);
  return about;
}

}  // namespace

ListedActions read_actions(postgres::BoardTx& tx, const ActionFilter& filter, Date today) {
  return read_some(tx, std::nullopt, filter, today);
}

std::optional<BoardAction> read_action(postgres::BoardTx& tx, const ActionId& action, Date today) {
  ActionFilter filter;
  filter.shows = {"all"};
  auto found = read_some(tx, action.text(), filter, today);
  if (found.list.empty()) return std::nullopt;
  return std::move(found.list.front());
}

std::vector<HistoryEntry> read_history(postgres::BoardTx& tx, const ActionId& action) {
  std::vector<HistoryEntry> history;
  for (const auto row : tx.run(sql::action_history, action)) {
    history.push_back({row.number("status_no"), row.text("kind"), row.text_if("point").value_or(""),
                       row.text_if("was_point").value_or(""), row.text("text"), row.text("told"),
                       row.date_if("was_on"), row.date_if("by_on"), row.text("said"),
                       row.text("by_name"), row.text("by_kind"), row.instant("at")});
  }
  return history;
}

std::vector<ActionPiece> read_pieces(postgres::BoardTx& tx, const ActionId& action) {
  std::vector<ActionPiece> pieces;
  for (const auto row : tx.run(sql::action_pieces, action)) {
    pieces.push_back({row.number("status_no"), row.number("evidence_no"), row.text("title"),
                      row.text_if("kept_where").value_or(""),
                      row.is_null("blob_sha256") ? std::string{} : row.bytes("blob_sha256"),
                      row.id<AgencyId>("agency_id")});
  }
  return pieces;
}

TabCounts read_tabs(postgres::BoardTx& tx, Date today) {
  const auto rows = tx.run(sql::action_tabs, today);
  const auto row = rows.one();
  return {row.number("open"),        row.number("overdue"), row.number("to_verify"),
          row.number("with_nobody"), row.number("closed"),  row.number("gone")};
}

std::vector<StandingCount> read_standings(postgres::BoardTx& tx, Date ended_since) {
  std::vector<StandingCount> standings;
  for (const auto row : tx.run(sql::action_standings, ended_since))
    standings.push_back({form_in(row), role_in(row), row.boolean("is_open"), row.number("n")});
  return standings;
}

std::vector<Named> read_organisations(postgres::BoardTx& tx) {
  return named(tx.run(sql::action_organisations), "id");
}

std::vector<Named> read_people_now(postgres::BoardTx& tx) {
  return named(tx.run(sql::board_now), "person_id");
}

std::vector<VersionRef> read_own_forms(postgres::BoardTx& tx) {
  std::vector<VersionRef> refs;
  for (const auto row : tx.run(sql::board_forms))
    refs.push_back({row.text("template_code"), row.number("version")});
  return refs;
}

Forms load_forms(postgres::BoardTx& tx, const std::vector<VersionRef>& refs) {
  Forms forms;
  const auto loaded = frameworks::load_templates(tx, refs);
  for (std::size_t at = 0; at < refs.size(); ++at)
    forms.emplace(refs[at], loaded[at]);
  return forms;
}

bool update_action(postgres::BoardTx& tx, const BoardAction& one, Instant at) {
  return !tx.run(sql::update_action, one.action, one.version, one.what, one.how, one.lead,
                 one.by_on, one.area, one.progress, one.evidence, one.risks, one.point,
                 role_word(one.role), one.said, one.asked_again, one.with, one.state, one.ended_at,
                 at)
              .empty();
}

int insert_history(postgres::BoardTx& tx, const ActionId& action, const HistoryEntry& entry) {
  return tx
      .run(sql::insert_history, action, entry.kind, entry.point, entry.was_point, entry.text,
           entry.told, entry.was_on, entry.by_on, entry.by_name, entry.at)
      .one()
      .number("status_no");
}

std::vector<AboutWhom> read_entries(postgres::BoardTx& tx, const std::optional<EntryId>& entry,
                                    Date today) {
  std::vector<AboutWhom> all;
  for (const auto row : tx.run(sql::entry_of_action, entry, today))
    all.push_back(about_in(row, "name"));
  return all;
}

std::optional<AboutWhom> read_return(postgres::BoardTx& tx, const ReturnId& id) {
  const auto rows = tx.run(sql::return_of_action, id);
  if (rows.empty()) return std::nullopt;
  const auto row = rows.one();
  auto about = about_in(row, "organisation");
  about.from_return = id;
  about.version_no = row.number("latest_version");
  about.form = VersionRef{row.text("template_code"), row.number("template_version")};
  return about;
}

ActionId insert_action(postgres::BoardTx& tx, const BoardAction& one, const AboutWhom& about,
                       const std::string& scheme) {
  std::string places;
  for (const auto& place : one.places)
    places += (places.empty() ? "" : "|") + place;
  const auto form_code = one.form ? postgres::Param(one.form->code) : std::nullopt;
  const auto form_version =
      one.form ? postgres::Param(std::to_string(one.form->version)) : std::nullopt;
  return tx
      .run(sql::insert_action, about.agency, about.unit, about.entry, one.source, std::nullopt,
           about.from_return, about.version_no, one.area, places, one.what, one.how, one.lead,
           one.by_on, one.progress, one.evidence, one.risks, scheme, form_code, form_version,
           one.with, one.made_at, one.withheld)
      .one()
      .id<ActionId>("action_id");
}

std::vector<std::string> take_over(postgres::BoardTx& tx, const EntryId& goes, const EntryId& stays,
                                   Instant at) {
  std::vector<std::string> all;
  for (const auto row : tx.run(sql::take_over, goes, stays, tx.actor().person_name, at))
    all.push_back(row.text("action_id"));
  return all;
}

bool is_released(postgres::BoardTx& tx, const ReturnId& id) {
  const auto rows = tx.run(sql::evaluation_stands, id);
  return !rows.empty() && rows.one().boolean("is_released");
}

int give_out(postgres::BoardTx& tx, const ReturnId& id, Instant at) {
  return static_cast<int>(tx.run(sql::give_out, id, at).affected());
}

bool note_opening(postgres::BoardTx& tx, const ActionId& action, int status_no, int number,
                  Instant at) {
  return tx.run(sql::note_piece_opening, action, status_no, number, at).affected() == 1;
}

}  // namespace onereturn::actions
