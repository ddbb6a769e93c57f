#pragma once

#include <map>
#include <string>
#include <vector>

#include "domain/fan_out/supplement.hpp"
#include "domain/returns/check_answers.hpp"
#include "domain/returns/deliveries.hpp"
#include "domain/returns/workspace.hpp"
#include "gateway/views/words.hpp"
#include "platform/html/data.hpp"

// From checking to receipts: the agency's pages once the answers are there.
namespace onereturn::gateway::views {

// pages/check: worst board first. `may_submit`: this person signs.
html::Data check_page(const returns::Workspace& workspace,
                      const std::vector<returns::BoardCheck>& checks, bool may_submit,
                      const std::string& saved_note, bool may_write = true);

// What was typed into the authorising form.
struct SignedForm {
  std::string agency;
  std::vector<std::string> requests;  // ticked
  bool first_time = true;             // nothing posted yet: every ready board is ticked
  std::string name;
  std::string position;
  std::string statement;
  std::string idempotency_key;
  // Boards whose copy would say something else now; the one that the address names is ticked.
  std::vector<fan_out::HeldCopy> held;
  std::string offer;
};

// pages/authorise.
html::Data authorise_page(const returns::Workspace& workspace,
                          const std::vector<returns::BoardCheck>& checks, const SignedForm& form,
                          const std::vector<PageError>& errors);

// What a board has released of the version that it has.
struct SaidByBoard {
  int version_no = 0;
  Instant at{};
  bool signed_off = false;
};
using SaidByBoards = std::map<RequestId, SaidByBoard>;

// pages/sent: five steps a board, and what it said where it has released that. The boards that are
// still to be sent to come last.
html::Data sent_page(const std::vector<returns::Delivery>& deliveries,
                     const returns::Workspace* workspace, const std::string& saved_note,
                     const SaidByBoards& said = {}, const std::vector<fan_out::HeldCopy>& held = {},
                     bool may_submit = false);

}  // namespace onereturn::gateway::views
