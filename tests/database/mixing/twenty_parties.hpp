#pragma once

#include <string>
#include <vector>

namespace onereturn::testing {

// One of twenty parties that share a pool, with a row that says whose it is.
struct MixedParty {
  std::string id;
  bool is_board = false;
  std::string token;   // of its session, as sent
  std::string marker;  // what its row's name begins with
};

// Fourteen agencies and six boards beside those of the small region, made once per test program.
const std::vector<MixedParty>& twenty_parties();

// What stands in the tables and should not: a row whose words are not its owner's, or words that
// were taken back. For the cluster's superuser.
int misplaced_rows();

}  // namespace onereturn::testing
