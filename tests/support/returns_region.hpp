#pragma once

#include <string>

#include "domain/returns/load_workspace.hpp"
#include "domain/returns/save_answer.hpp"
#include "domain/returns/workspace.hpp"
#include "support/delivery_region.hpp"

// The delivery region as the agency works in it: its lead, an authoriser, a contributor, and the
// lead of another agency.
namespace onereturn::testing::returns_region {

inline const Date today{std::chrono::year{2027}, std::chrono::March, std::chrono::day{16}};
inline const UnitId unit{delivery_region::agency};

// Seeds once: the region, and the people that it does not have.
void seed();

// "lead", "authoriser", "contributor", "other lead", or a board's manager.
postgres::TokenHash session_of(const std::string& who);

// Runs one agency transaction of that person.
template <class Work>
auto as(const std::string& who, Work&& work) {
  return delivery_region::gateway().as_agency(session_of(who), std::forward<Work>(work));
}

returns::Workspace workspace_of(const std::string& who);
// As a page does: what is asked first goes out together with entering.
void read_at_once(const std::string& who);

// A command that changes what stands, by the version that the workspace has.
returns::SaveAnswer answer_to(const returns::Workspace& workspace, const std::string& requirement);
returns::SaveOutcome save(const std::string& who, const returns::SaveAnswer& command);

// Answers everything that all three boards ask, at level 2, each text with its board's marker where
// it is for that board alone. Afterwards nothing stops a copy of the words-only board.
void answer_everything();

int count(const std::string& sql);

}  // namespace onereturn::testing::returns_region
