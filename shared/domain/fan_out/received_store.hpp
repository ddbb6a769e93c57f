#pragma once

#include <optional>
#include <vector>

#include "domain/fan_out/checked_receipt.hpp"
#include "domain/fan_out/fan_out.hpp"
#include "platform/postgres/transaction.hpp"

// What boards have received, as rows. A scope sees its own: a board its returns, an agency those
// that answer a request to it.
namespace onereturn::fan_out {

struct ReturnHead {
  BoardId board_id;
  ReturnId id;
  RequestId request;
  std::optional<SubmissionId> submission;  // for the agency that froze it, for nobody else
  int version_no = 0;
  std::string agency;
  std::string audit;
  std::string board;
  Date due_on{};
  frameworks::VersionRef form;
  std::optional<frameworks::VersionRef> framework;
  std::optional<int> mapping_version;
  std::string hash;  // 32 bytes
  std::string receipt_code;
  Instant delivered_at{};
  std::optional<Instant> accepted_at;
  std::string accepted_by;
  int stands = 0;              // the version that the board works with
  std::optional<int> offered;  // the one that waits for the board
  Standing standing = Standing::accepted;
  std::optional<Instant> decided_at;
  std::string decided_by;
  std::string decision_words;
};

// One stored box, before its template says what it is.
struct StoredBox {
  std::string text;  // empty once erased
  std::string point;
  mapping::BoxState state = mapping::BoxState::written;
  BoxSeal seal;
};

// The version that stands, or the one that is asked for. Nothing for an id that the scope cannot
// see, and for a version that is not there.
std::optional<ReturnHead> find_return(postgres::BoardTx& tx, const ReturnId& id,
                                      const std::optional<int>& version = std::nullopt);
std::optional<ReturnHead> find_return(postgres::AgencyTx& tx, const RequestId& request,
                                      const std::optional<int>& version = std::nullopt);

// For a job of the board or of the agency itself.
std::optional<ReturnHead> find_return(postgres::PartyJobTx& tx, const ReturnId& id, int version);
std::optional<ReturnHead> find_return(postgres::PartyJobTx& tx, const RequestId& request,
                                      int version);

std::vector<StoredBox> stored_boxes(postgres::Transaction& tx, const ReturnHead& head);

// Puts rule, what followed, who chose and the sources into the boxes that they belong to.
void add_sources(postgres::Transaction& tx, const ReturnHead& head,
                 std::vector<mapping::RenderedBox>& boxes);

std::vector<mapping::RenderedAction> stored_actions(postgres::Transaction& tx,
                                                    const ReturnHead& head,
                                                    const frameworks::Template& form);
std::vector<mapping::Evidence> stored_evidence(postgres::Transaction& tx, const ReturnHead& head);
std::vector<SignOff> stored_sign_offs(postgres::Transaction& tx, const ReturnHead& head);

std::vector<ReceivedReturn> received_returns(postgres::BoardTx& tx);

// Marks the version as acknowledged, and its receipt as received. False when it was before.
bool accept_version(postgres::BoardTx& tx, const ReturnHead& head, Instant at);

// Says where a return stands, unless a newer version than this has come. False then.
bool mark_return(postgres::BoardTx& tx, const ReturnId& id, int version_no,
                 const std::string& state);

// The same where it goes back to be changed: until it has come again it is due by that day.
bool give_return_back(postgres::BoardTx& tx, const ReturnId& id, int version_no, Date back_by);

// The board signs that version. False when a newer one has come, or it is signed already.
bool sign_for_board(postgres::BoardTx& tx, const ReturnId& id, int version_no,
                    const std::string& name, const std::string& position, Instant at);

// Nothing for a code that no receipt has.
std::optional<CheckedReceipt> find_receipt(postgres::SystemTx& tx, const std::string& code_hash);

}  // namespace onereturn::fan_out
