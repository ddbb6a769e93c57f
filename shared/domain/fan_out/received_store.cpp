#include "domain/fan_out/received_store.hpp"

#include <algorithm>
#include <map>

#include "domain/fan_out/copy_columns.hpp"
#include "domain/fan_out/copy_words.hpp"
#include "domain/fan_out/result_hash.hpp"
#include "domain/fan_out/sql.hpp"

namespace onereturn::fan_out {
namespace {

using postgres::Row;
using postgres::Rows;

ReturnHead to_head(const Row& row) {
  const auto framework = row.text_if("framework_code");
  return {.board_id = row.id<BoardId>("board_id"),
          .id = row.id<ReturnId>("return_id"),
          .request = row.id<RequestId>("request_id"),
          .submission = row.id_if<SubmissionId>("submission_id"),
          .version_no = row.number("version_no"),
          .agency = row.text_if("agency").value_or(""),
          .audit = row.text("title"),
          .board = row.text("board"),
          .due_on = row.date("due_on"),
          .form = {row.text("template_code"), row.number("template_version")},
          .framework = framework ? std::optional(frameworks::VersionRef{
                                       *framework, row.number("framework_version")})
                                 : std::nullopt,
          .mapping_version = row.number_if("mapping_version"),
          .hash = row.bytes("hash"),
          .receipt_code = row.text("receipt_code"),
          .delivered_at = row.instant("delivered_at"),
          .accepted_at = row.instant_if("accepted_at"),
          .accepted_by = row.text_if("accepted_by_name").value_or(""),
          .stands = row.number("latest_version"),
          .offered = row.number_if("offered_version"),
          .standing = standing_of(row.view("standing")),
          .decided_at = row.instant_if("decided_at"),
          .decided_by = row.text_if("decided_by_name").value_or(""),
          .decision_words = row.text_if("decision_words").value_or("")};
}

std::optional<ReturnHead> head_of(const Rows& rows) {
  return rows.empty() ? std::nullopt : std::optional(to_head(rows.one()));
}

ReturnState state_of_return(const Row& row) {
  if (row.is_null("return_id")) {
    return ReturnState::asked;
  }
  return row.is_null("accepted_at") ? ReturnState::received : ReturnState::acknowledged;
}

void put_rule(const Row& row, mapping::RenderedBox& box) {
  box.rule = row.text("rule");
  if (const auto low = row.number_if("interval_low")) {
    box.possible = mapping::LevelSet::range({*low, row.number("interval_high")});
  }
  box.chosen_by = row.text_if("chosen_by").value_or("");
  box.chosen_on = row.date_if("confirmed_on");
  box.override_reason = row.text_if("reason").value_or("");
  box.overridden = !box.override_reason.empty();
}

mapping::Source to_source(const Row& row) {
  mapping::Source source;
  source.kind = kind_of(row.view("kind"), row.view("rule"));
  source.code = row.text_if("requirement_code").value_or(row.text_if("item_code").value_or(""));
  source.level = row.number_if("interval_low");
  if (source.kind == mapping::SourceKind::evidence) {
    source.name = row.text_if("reason").value_or("");
  }
  source.not_applicable = row.text_if("reason") == "not applicable";
  source.relation = relation_of(row.view("rule"));
  source.confirmed = {.by = row.text_if("chosen_by").value_or(""),
                      .on = row.date_if("confirmed_on"),
                      .version = row.number_if("answer_version").value_or(1)};
  return source;
}

// A place's text names an item, or else a section.
mapping::ActionPlace to_place(const std::string& code, const frameworks::Template& form) {
  for (const auto& section : form.sections) {
    for (const auto& item : section.items) {
      if (item.code == code) {
        return {.section = section.code, .item = code};
      }
    }
  }
  return {.section = code, .item = {}};
}

}  // namespace

std::optional<ReturnHead> find_return(postgres::BoardTx& tx, const ReturnId& id,
                                      const std::optional<int>& version) {
  return head_of(tx.run(sql::return_head_of_board, id, version));
}

std::optional<ReturnHead> find_return(postgres::AgencyTx& tx, const RequestId& request,
                                      const std::optional<int>& version) {
  return head_of(tx.run(sql::return_head_of_agency, request, version));
}

std::optional<ReturnHead> find_return(postgres::PartyJobTx& tx, const ReturnId& id, int version) {
  return head_of(tx.run(sql::return_head_of_board, id, std::optional<int>(version)));
}

std::optional<ReturnHead> find_return(postgres::PartyJobTx& tx, const RequestId& request,
                                      int version) {
  return head_of(tx.run(sql::return_head_of_agency, request, std::optional<int>(version)));
}

std::vector<StoredBox> stored_boxes(postgres::Transaction& tx, const ReturnHead& head) {
  std::vector<StoredBox> boxes;
  for (const Row row : tx.run(sql::return_boxes, head.board_id, head.id, head.version_no)) {
    boxes.push_back({.text = row.text_if("text").value_or(""),
                     .point = row.text_if("point").value_or(""),
                     .state = state_of(row.view("state")),
                     .seal = {.box_no = row.text("box_no"),
                              .digest = row.bytes("digest"),
                              .salt = row.is_null("salt") ? "" : row.bytes("salt")}});
  }
  return boxes;
}

void add_sources(postgres::Transaction& tx, const ReturnHead& head,
                 std::vector<mapping::RenderedBox>& boxes) {
  std::map<std::string, mapping::RenderedBox*, std::less<>> by_number;
  for (auto& box : boxes) {
    by_number[box.box_no] = &box;
  }
  for (const Row row : tx.run(sql::return_sources, head.board_id, head.id, head.version_no)) {
    auto& box = *by_number.at(row.text("box_no"));
    if (row.view("kind") == "rule") {
      put_rule(row, box);
    } else {
      box.sources.push_back(to_source(row));
    }
  }
}

std::vector<mapping::RenderedAction> stored_actions(postgres::Transaction& tx,
                                                    const ReturnHead& head,
                                                    const frameworks::Template& form) {
  std::vector<mapping::RenderedAction> actions;
  for (const Row row : tx.run(sql::return_actions, head.board_id, head.id, head.version_no)) {
    mapping::RenderedAction action{.commitment = row.text("action_id"),
                                   .what = row.text("what"),
                                   .how = row.text("how"),
                                   .lead = row.text("lead"),
                                   .by_on = row.date_if("by_on"),
                                   .area = row.text("area"),
                                   .change = row.text("change"),
                                   .places = {}};
    for (const auto& place : split_places(row.text("places"))) {
      action.places.push_back(to_place(place, form));
    }
    actions.push_back(std::move(action));
  }
  return actions;
}

std::vector<mapping::Evidence> stored_evidence(postgres::Transaction& tx, const ReturnHead& head) {
  std::vector<mapping::Evidence> all;
  for (const Row row : tx.run(sql::return_evidence, head.board_id, head.id, head.version_no)) {
    // One row for each box that cites it. Its number would tell two boards that it is one piece.
    const auto title = row.text("title");
    const auto kept_where = row.text_if("kept_where").value_or("");
    auto found = std::find_if(all.begin(), all.end(), [&](const auto& known) {
      return known.title == title && known.kept_where == kept_where;
    });
    if (found == all.end()) {
      all.push_back({.id = std::to_string(all.size() + 1),
                     .title = title,
                     .kept_where = kept_where,
                     .effective_on = std::nullopt,
                     .requirements = {},
                     .boxes = {}});
      found = std::prev(all.end());
    }
    if (const auto box = row.text_if("box_no")) {
      found->boxes.insert(*box);
    }
  }
  return all;
}

std::vector<SignOff> stored_sign_offs(postgres::Transaction& tx, const ReturnHead& head) {
  std::vector<SignOff> all;
  for (const Row row : tx.run(sql::return_sign_offs, head.board_id, head.id, head.version_no)) {
    all.push_back({.party = row.text("party_role"),
                   .name = row.text("name"),
                   .position = row.text("position"),
                   .statement = row.text("statement"),
                   .at = row.instant("at")});
  }
  return all;
}

std::vector<ReceivedReturn> received_returns(postgres::BoardTx& tx) {
  std::vector<ReceivedReturn> returns;
  for (const Row row : tx.run(sql::received_returns)) {
    returns.push_back({.request = row.id<RequestId>("request_id"),
                       .id = row.id_if<ReturnId>("return_id"),
                       .state = state_of_return(row),
                       .agency = row.text("agency"),
                       .unit = {},
                       .own_ref = row.text("own_ref"),
                       .audit = row.text("title"),
                       .form_name = row.text("form_name"),
                       .form = {row.text("template_code"), row.number("template_version")},
                       .parts = row.list("parts"),
                       .places = {},
                       .due_on = row.date("due_on"),
                       .version_no = row.number("version_no"),
                       .received_at = row.instant_if("received_at"),
                       .acknowledged_at = row.instant_if("accepted_at"),
                       .offered_version = row.number_if("offered_version"),
                       .standing = row.text("wave_standing"),
                       .actions = row.number("actions"),
                       .left_out = row.text_if("left_out").value_or(""),
                       .organisation_closed = row.boolean("organisation_closed")});
  }
  return returns;
}

bool accept_version(postgres::BoardTx& tx, const ReturnHead& head, Instant at) {
  if (tx.run(sql::accept_version, head.id, head.version_no, at).affected() == 0) {
    return false;
  }
  tx.run(sql::acknowledge_return, head.id);
  tx.run(sql::receive_receipt, head.receipt_code, day_in_england(at));
  return true;
}

bool mark_return(postgres::BoardTx& tx, const ReturnId& id, int version_no,
                 const std::string& state) {
  return tx.run(sql::mark_return, id, version_no, state).affected() > 0;
}

bool give_return_back(postgres::BoardTx& tx, const ReturnId& id, int version_no, Date back_by) {
  return tx.run(sql::give_return_back, id, version_no, back_by).affected() > 0;
}

bool sign_for_board(postgres::BoardTx& tx, const ReturnId& id, int version_no,
                    const std::string& name, const std::string& position, Instant at) {
  return tx.run(sql::sign_for_board, id, version_no, name, position, at).affected() > 0;
}

std::optional<CheckedReceipt> find_receipt(postgres::SystemTx& tx, const std::string& code_hash) {
  const Rows rows = tx.run(sql::verify_receipt, postgres::to_bytea(code_hash));
  if (rows.empty()) {
    return std::nullopt;
  }
  const Row row = rows.one();
  CheckedReceipt receipt;
  receipt.board = row.text("board_name");
  receipt.received_on = row.date("received_on");
  receipt.version_no = row.number("version_no");
  receipt.hash = to_hex(row.bytes("return_hash"));
  receipt.state = row.text("state");
  receipt.superseded_by = row.number_if("superseded_by");
  receipt.superseded_on = row.date_if("superseded_on");
  receipt.redacted = row.number("redacted");
  return receipt;
}

}  // namespace onereturn::fan_out
