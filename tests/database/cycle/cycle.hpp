#pragma once

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "domain/agency_register/keep_register.hpp"
#include "domain/returns/open_wave.hpp"
#include "support/delivery_region.hpp"

namespace onereturn::testing {

// Two boards of the delivery region and their registers.
class Cycle : public ::testing::Test {
 protected:
  static inline const Instant now = *parse_instant("2027-03-16T10:00:00Z");
  static inline const Date today = *parse_date("2027-03-16");
  static inline const std::string& manager = delivery_region::narrative().manager;
  static inline const std::string& other_manager = delivery_region::lights().manager;

  static void SetUpTestSuite() { delivery_region::seed(); }

  template <class Work>
  static auto as_board(Work&& work, const std::string& who = manager) {
    return delivery_region::gateway().as_board(delivery_region::session_of(who),
                                               std::forward<Work>(work));
  }

  static EntryId add(const std::string& name, const agency_register::WriteEntry& like = {});
  static agency_register::EntryWithContacts read(const EntryId& entry);
  static Result<returns::AskedInWave> open(returns::OpenWave wave,
                                           const std::string& who = manager);
  static returns::OpenWave wave_of(const std::vector<EntryId>& entries, const std::string& period);
  static returns::Wave wave(const AuditId& id);
  // What tools/bench looks for: counts that differ from their rows.
  static std::vector<std::string> miscounted();
  static EntryId entry_of(const delivery_region::Board& board);
};

}  // namespace onereturn::testing
