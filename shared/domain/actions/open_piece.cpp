#include "domain/actions/open_piece.hpp"

#include "domain/actions/board_action_store.hpp"
#include "domain/audit_log/record.hpp"

namespace onereturn::actions {

namespace {

Problem not_found() {
  return {ProblemCode::not_found, "not-found", "There is no such record here."};
}

}  // namespace

Result<ActionPiece> piece_to_open(postgres::BoardTx& tx, const ActionId& action, int status_no,
                                  int number) {
  for (auto& piece : read_pieces(tx, action)) {
    if (piece.status_no == status_no && piece.number == number && !piece.sha256.empty()) {
      return std::move(piece);
    }
  }
  return not_found();
}

Result<Done> note_piece_opened(postgres::BoardTx& tx, const ActionId& action, int status_no,
                               int number, Instant at) {
  if (!note_opening(tx, action, status_no, number, at)) return not_found();
  audit_log::record(tx, {"evidence.downloaded", "action", action.text(),
                         std::to_string(status_no) + "." + std::to_string(number)});
  return Done{};
}

}  // namespace onereturn::actions
