#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/ids.hpp"
#include "domain/frameworks/frameworks.hpp"
#include "domain/mapping/mapping.hpp"

// What has been delivered: the board's copies, their receipts, and the frozen rows that they are
// made from. A copy knows one agency and one board; nothing in it tells of any other board.
namespace onereturn::fan_out {

// asked: requested and not here yet. received: here, nobody has acknowledged it. acknowledged: the
// board has given its receipt.
enum class ReturnState { asked, received, acknowledged };

// "asked", "received", "acknowledged".
const char* to_string(ReturnState state);

// One line of a board's list: a request, and the return that answers it once it is here.
struct ReceivedReturn {
  RequestId request;
  std::optional<ReturnId> id;  // nothing while asked
  ReturnState state = ReturnState::asked;
  std::string agency;     // as the board's register names it
  std::string unit;       // a part of the agency, or empty
  std::string own_ref;    // the board's own number for it
  std::string audit;      // "Section 11 return 2027"
  std::string form_name;  // the template's
  frameworks::VersionRef form;
  std::vector<std::string> parts;   // what it was asked for: sections; none: the whole form
  std::vector<std::string> places;  // the words for them
  Date due_on{};
  int version_no = 0;
  std::optional<Instant> received_at;
  std::optional<Instant> acknowledged_at;
  std::optional<int> offered_version;  // a supplement waits for the board
  std::string standing;                // as the board counts it: "to_evaluate", "sent_back", …
  int actions = 0;
  std::string left_out;  // "", "closed", "not_applicable": why it was left out
  bool organisation_closed = false;

  // In no figure: left out, or of an organisation that closed before the board was done with it.
  bool is_out() const {
    return standing == "left_out" ||
           (organisation_closed && standing != "evaluated" && standing != "signed_off");
  }
};

// Whether a version is what the board works with. The first is, and each that the board accepts; a
// later one is offered, and the next offer replaces one that waits.
enum class Standing { accepted, offered, declined, replaced };

// "accepted", "offered", "declined", "replaced", and back. ENSUREs that it is one of them.
const char* to_string(Standing standing);
Standing standing_of(std::string_view text);

// Who signed for the agency.
struct SignOff {
  std::string party;  // "agency"
  std::string name;
  std::string position;
  std::string statement;
  std::optional<Instant> at;
};

// What stands behind one box besides the box itself: enough to check the copy's hash.
struct BoxSeal {
  std::string box_no;
  std::string digest;  // 32 bytes
  std::string salt;    // empty once the text has been erased
};

// The receipt of one version, as both sides print it.
struct Receipt {
  ReturnId id;
  int version_no = 0;
  std::string code;  // "7KQ4-M2XD-…", for the verification page; empty until acknowledged
  std::string hash;  // 64 hexadecimal digits
  std::string board;
  std::string agency;
  std::string audit;
  Instant received_at{};
  std::optional<Instant> acknowledged_at;
  std::string acknowledged_by;  // the person's name
  Standing standing = Standing::accepted;
  int stands = 0;              // the version that the board works with
  std::optional<int> offered;  // the one that waits for the board
  std::optional<Instant> decided_at;
  std::string decided_by;
  std::string decision_words;
};

// One version of one return, whole, as the board reads it. `copy` holds the boxes in the
// template's own order with state, point, text, rule and sources; its paragraphs are empty (the
// text is whole). Show `copy.boxes[].text`.
struct DeliveredCopy {
  ReturnId id;
  RequestId request;
  ReturnState state = ReturnState::received;
  std::string agency;
  std::string unit;
  std::string audit;
  Date due_on{};
  std::string board;
  std::shared_ptr<const frameworks::Template> form;
  mapping::RenderedCopy copy;
  std::vector<BoxSeal> seals;  // as many as boxes, in the same order
  std::vector<SignOff> sign_offs;
  Receipt receipt;
};

// What anybody who holds a receipt's code may learn.
struct VerifiedReceipt {
  std::string board;
  Date received_on{};
  int version_no = 0;
  std::string hash;   // 64 hexadecimal digits
  std::string state;  // "delivered", "received", "superseded", "declined", "withdrawn"
};

}  // namespace onereturn::fan_out
