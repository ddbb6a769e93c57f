#pragma once

#include <string>

#include "domain/evidence/keep_files.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/postgres/database.hpp"
#include "platform/postgres/job_queue.hpp"
#include "support/small_region.hpp"

// The small region with two centres under agency one, each with a contributor of its own: "north"
// and "south".
namespace onereturn::testing::evidence_region {

inline const std::string north = "a0000000-0000-4000-8000-0000000000c1";
inline const std::string south = "a0000000-0000-4000-8000-0000000000c2";
inline const Date today{std::chrono::year{2027}, std::chrono::March, std::chrono::day{16}};
inline const Instant noon = *parse_instant("2027-03-16T12:00:00Z");

void seed();

postgres::Database& gateway();
postgres::Database& worker();
postgres::TokenHash session_of(const std::string& who);

template <class Work>
auto as(const std::string& who, Work&& work) {
  return gateway().as_agency(session_of(who), std::forward<Work>(work));
}

evidence::WriteFile file(const std::string& content, const std::string& title);
// Adds it as that person; a failed test when it is refused.
EvidenceId added(const std::string& who, const evidence::WriteFile& written);
// "" where that person finds none.
evidence::Piece piece(const std::string& who, const EvidenceId& id);

// Does every waiting check with that verdict, as the worker's login. Answers how many.
int check_all(const std::string& found);
// The job of agency one that looks after its evidence, claimed; what waited of that kind is done
// with.
postgres::ClaimedJob upkeep_job();

// A return of agency one at board two with one piece on request (1) and one file (2), whose number
// on the agency's side is `file_piece`.
ReturnId delivered();
inline const std::string file_piece = "f0000000-0000-4000-8000-0000000000f2";

}  // namespace onereturn::testing::evidence_region
