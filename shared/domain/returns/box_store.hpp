#pragma once

#include <optional>
#include <string>

#include "domain/returns/save_answer.hpp"
#include "domain/returns/save_box.hpp"
#include "domain/returns/workspace_store.hpp"
#include "platform/postgres/transaction.hpp"

// Writes what one unit says to one board alone. A foreign request is a request that is not there.
namespace onereturn::returns {

// Where a box, a promise or an explanation belongs.
struct BoardPlace {
  UnitId unit;
  RequestId request;
  BoardId board;
};

// The stored word for a kind: "residual", "choice", "direct", "override".
const char* to_string(BoxKind kind);

// The open request, when it is to this agency (and to the session's unit, when it has one).
std::optional<OpenRequest> find_open_request(postgres::AgencyTx& tx, const RequestId& request);

// Nothing when somebody saved since `base_version`.
std::optional<SavedBox> write_box(postgres::AgencyTx& tx, const BoardPlace& place,
                                  const SaveBox& command);

struct WrittenAnswer {
  int version = 0;
  Instant saved_at;
};
std::optional<WrittenAnswer> write_board_answer(postgres::AgencyTx& tx, const BoardPlace& place,
                                                const SaveBoardAnswer& command);
// What stands there now; nothing when nothing does.
std::optional<OtherVersion> read_board_answer(postgres::AgencyTx& tx, const BoardPlace& place,
                                              const std::string& requirement);

void write_explanation(postgres::AgencyTx& tx, const BoardPlace& place, const std::string& key,
                       const std::string& text);
void write_promise(postgres::AgencyTx& tx, const BoardPlace& place, const std::string& box_no,
                   Date by_on, const std::string& by_whom);
void remove_promise(postgres::AgencyTx& tx, const RequestId& request, const std::string& box_no);

}  // namespace onereturn::returns
