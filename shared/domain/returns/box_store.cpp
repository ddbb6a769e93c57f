#include "domain/returns/box_store.hpp"

#include "domain/returns/sql.hpp"

namespace onereturn::returns {

namespace {

template <class Text>
std::optional<Text> unless_empty(const Text& text) {
  return text.empty() ? std::nullopt : std::optional<Text>(text);
}

}  // namespace

const char* to_string(BoxKind kind) {
  switch (kind) {
    case BoxKind::residual:
      return "residual";
    case BoxKind::choice:
      return "choice";
    case BoxKind::direct:
      return "direct";
    case BoxKind::override_:
      return "override";
  }
  return "";
}

std::optional<OpenRequest> find_open_request(postgres::AgencyTx& tx, const RequestId& request) {
  const auto& own = tx.actor().unit;
  for (auto& open : load_open_requests(tx)) {
    if (open.engaged.request != request) continue;
    if (own && *own != open.engaged.unit) continue;
    return std::move(open);
  }
  return std::nullopt;
}

std::optional<SavedBox> write_box(postgres::AgencyTx& tx, const BoardPlace& place,
                                  const SaveBox& command) {
  const bool decides = command.kind == BoxKind::choice || command.kind == BoxKind::override_;
  const bool confirmed = command.confirm || decides;
  const bool na = command.not_applicable;
  const auto level = na ? std::nullopt : command.level;
  const auto point = na ? std::nullopt : unless_empty(command.point);
  const auto na_reason = na ? std::optional(command.reason) : std::nullopt;
  const auto reason = na ? std::nullopt : unless_empty(command.reason);
  const auto rows = command.base_version == 0
                        ? tx.run(sql::insert_box, place.unit, place.request, place.board,
                                 command.key, to_string(command.kind), command.text, level, point,
                                 na_reason, reason, command.at, confirmed)
                        : tx.run(sql::update_box, place.unit, place.request, place.board,
                                 command.key, to_string(command.kind), command.text, level, point,
                                 na_reason, reason, command.at, command.base_version, confirmed);
  if (rows.empty()) return std::nullopt;
  return SavedBox{rows[0].number("version"), rows[0].instant("saved_at")};
}

std::optional<WrittenAnswer> write_board_answer(postgres::AgencyTx& tx, const BoardPlace& place,
                                                const SaveBoardAnswer& command) {
  const bool na = command.not_applicable;
  const auto level = na ? std::nullopt : command.level;
  const auto na_reason = na ? std::optional(command.not_applicable_reason) : std::nullopt;
  const auto& texts = command.texts;
  const auto rows =
      command.base_version == 0
          ? tx.run(sql::insert_board_answer, place.unit, place.board, command.requirement, level,
                   na_reason, texts.describes, texts.knows, texts.improve, command.at,
                   command.confirm)
          : tx.run(sql::update_board_answer, place.unit, place.board, command.requirement, level,
                   na_reason, texts.describes, texts.knows, texts.improve, command.at,
                   command.base_version, command.confirm);
  if (rows.empty()) return std::nullopt;
  return WrittenAnswer{rows[0].number("version"), rows[0].instant("saved_at")};
}

std::optional<OtherVersion> read_board_answer(postgres::AgencyTx& tx, const BoardPlace& place,
                                              const std::string& requirement) {
  const auto rows = tx.run(sql::read_board_answer, place.unit, place.board, requirement);
  if (rows.empty()) return std::nullopt;
  const auto row = rows[0];
  OtherVersion other;
  other.answer.level = row.number_if("level");
  other.answer.not_applicable = !row.is_null("na_reason");
  other.answer.not_applicable_reason = row.text_if("na_reason").value_or("");
  other.answer.texts = {row.text("describes"), row.text("knows"), row.text("improve")};
  other.version = row.number("version");
  other.by = load_names(tx)[row.id<PersonId>("saved_by")];
  other.at = row.instant("saved_at");
  return other;
}

void write_explanation(postgres::AgencyTx& tx, const BoardPlace& place, const std::string& key,
                       const std::string& text) {
  const auto colon = key.find(':');
  const auto subject = colon == std::string::npos ? std::string() : key.substr(colon + 1);
  tx.run(sql::insert_explanation, place.unit, place.request, place.board, key.substr(0, colon),
         subject, text);
}

void write_promise(postgres::AgencyTx& tx, const BoardPlace& place, const std::string& box_no,
                   Date by_on, const std::string& by_whom) {
  const auto made =
      tx.run(sql::insert_promise, place.unit, place.request, place.board, box_no, by_on, by_whom);
  if (made.empty()) tx.run(sql::update_promise, place.request, box_no, by_on, by_whom);
}

void remove_promise(postgres::AgencyTx& tx, const RequestId& request, const std::string& box_no) {
  tx.run(sql::remove_promise, request, box_no);
}

}  // namespace onereturn::returns
