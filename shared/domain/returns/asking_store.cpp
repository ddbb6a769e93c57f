#include "domain/returns/asking_store.hpp"

#include <algorithm>

#include "domain/frameworks/catalogue_store.hpp"
#include "domain/returns/asked.hpp"
#include "domain/returns/sql.hpp"

namespace onereturn::returns {

namespace {

AskedState state_of(const postgres::Row& row) {
  if (row.text("state") == "withdrawn") return AskedState::withdrawn;
  return row.boolean("received") ? AskedState::received : AskedState::asked;
}

}  // namespace

std::vector<frameworks::VersionRef> load_own_forms(postgres::BoardTx& tx) {
  std::vector<frameworks::VersionRef> forms;
  for (const auto row : tx.run(sql::own_forms))
    forms.push_back({row.text("template_code"), row.number("version")});
  return forms;
}

std::optional<EntryToAsk> lock_entry(postgres::BoardTx& tx, const EntryId& entry) {
  const auto rows = tx.run(sql::lock_entry, entry);
  if (rows.empty()) return std::nullopt;
  const auto invited = tx.run(sql::entry_invited, entry).one().boolean("invited");
  return EntryToAsk{rows[0].boolean("ended"), rows[0].boolean("joined"), invited};
}

std::vector<MadeRequest> made_by(postgres::BoardTx& tx, const AskingId& asking) {
  std::vector<MadeRequest> made;
  for (const auto row : tx.run(sql::made_by_asking, asking)) {
    made.push_back({row.id<RequestId>("request_id"), row.id<EntryId>("entry_id"), row.text("title"),
                    row.text("template_code"), row.text("period"), row.list("parts"),
                    row.date("due_on")});
  }
  return made;
}

std::vector<RequestId> insert_asking(postgres::BoardTx& tx, const AskForReturn& command,
                                     const BoardForm& form, const std::vector<DuePart>& parts) {
  const auto& ref = form.form;
  const auto title = form.name + ", " + command.period;
  const auto today = day_in_england(command.at);
  tx.run(sql::open_audit, ref.code, ref.version, command.period, title, today);
  const auto audit =
      tx.run(sql::find_audit, ref.code, ref.version, command.period).one().id<AuditId>("audit_id");
  if (tx.run(sql::insert_asking, command.asking, command.entry, audit, command.at).empty()) {
    return {};
  }
  std::vector<RequestId> made;
  for (const auto& part : parts) {
    const auto sections = part.sections.empty() ? std::nullopt : std::optional(part.sections);
    made.push_back(
        tx.run(sql::insert_request, command.asking, audit, part.due_on, sections, command.at)
            .one()
            .id<RequestId>("request_id"));
  }
  return made;
}

std::vector<AskedRequest> load_asked(postgres::BoardTx& tx, const std::optional<EntryId>& entry,
                                     const std::optional<RequestId>& request) {
  std::vector<AskedRequest> all;
  for (const auto row : tx.run(sql::asked_requests, entry, request)) {
    AskedRequest each;
    each.request = row.id<RequestId>("request_id");
    each.entry = row.id<EntryId>("entry_id");
    each.entry_name = row.text("entry_name");
    each.title = row.text("title");
    each.form_name = row.text("form_name");
    each.form = {row.text("template_code"), row.number("template_version")};
    each.period = row.text("period");
    each.parts = row.list("parts");
    each.due_on = row.date("due_on");
    each.asked_on = day_in_england(row.instant("asked_at"));
    each.state = state_of(row);
    each.left_out = row.text_if("left_out").value_or("");
    each.received = row.id_if<ReturnId>("return_id");
    if (!row.is_null("back_by")) each.back_by = row.date("back_by");
    all.push_back(std::move(each));
  }
  return all;
}

void name_places(postgres::BoardTx& tx, std::vector<AskedRequest>& asked) {
  std::vector<frameworks::VersionRef> forms;
  for (const auto& each : asked) {
    if (!each.parts.empty() && std::find(forms.begin(), forms.end(), each.form) == forms.end()) {
      forms.push_back(each.form);
    }
  }
  if (forms.empty()) return;
  const auto templates = frameworks::load_templates(tx, forms);
  for (auto& each : asked) {
    const auto at = std::find(forms.begin(), forms.end(), each.form);
    if (each.parts.empty() || at == forms.end()) continue;
    for (const auto& section : templates[static_cast<std::size_t>(at - forms.begin())]->sections) {
      if (std::find(each.parts.begin(), each.parts.end(), section.code) != each.parts.end()) {
        each.places.push_back(place_of(section));
      }
    }
  }
}

std::vector<RequestChange> load_changes(postgres::BoardTx& tx, const RequestId& request) {
  std::vector<RequestChange> all;
  for (const auto row : tx.run(sql::request_changes, request)) {
    all.push_back({row.date("was_due_on"), row.date("due_on"), row.text("state") == "withdrawn",
                   row.text_if("by").value_or(""), row.instant("changed_at"),
                   row.text_if("left_out").value_or(""), row.text_if("was_left_out").value_or(""),
                   row.text("reason")});
  }
  return all;
}

int load_open_count(postgres::BoardTx& tx, const EntryId& entry) {
  return tx.run(sql::open_of_entry, entry).one().number("n");
}

namespace {

std::vector<std::string> requests_in(const postgres::Rows& rows) {
  std::vector<std::string> all;
  for (const auto row : rows)
    all.push_back(row.text("request_id"));
  return all;
}

}  // namespace

std::vector<std::string> write_leaving(postgres::BoardTx& tx, const EntryId& entry, bool withdraws,
                                       Instant at) {
  return requests_in(
      tx.run(sql::leave_cycle, entry, withdraws ? "withdrawn" : "open", "closed", at));
}

std::vector<RequestId> carry_requests(postgres::BoardTx& tx, const EntryId& goes,
                                      const EntryId& stays, Instant at) {
  const Date tomorrow{std::chrono::sys_days{day_in_england(at)} + std::chrono::days{1}};
  std::vector<RequestId> all;
  for (const auto row : tx.run(sql::carry_requests, goes, stays, tomorrow, at))
    all.push_back(row.id<RequestId>("request_id"));
  return all;
}

std::vector<std::string> write_return_of_entry(postgres::BoardTx& tx, const EntryId& entry,
                                               Instant at) {
  return requests_in(tx.run(sql::come_back, entry, at));
}

void write_left_out(postgres::BoardTx& tx, const RequestId& request,
                    const std::optional<std::string>& left_out, const std::string& reason,
                    Instant at) {
  tx.run(sql::note_left_out, request, left_out, reason, at);
  tx.run(sql::leave_out, request, left_out);
}

bool lock_request(postgres::BoardTx& tx, const RequestId& request) {
  return !tx.run(sql::lock_request, request).empty();
}

void write_change(postgres::BoardTx& tx, const RequestId& request, Date due_on,
                  const std::string& state, Instant at) {
  tx.run(sql::note_request_change, request, due_on, state, at);
  tx.run(sql::update_request, request, due_on, state);
}

}  // namespace onereturn::returns
