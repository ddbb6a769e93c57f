#pragma once

#include <string>
#include <vector>

#include "base/ids.hpp"
#include "domain/fan_out/frozen_at_hand.hpp"
#include "platform/postgres/database.hpp"
#include "support/database.hpp"

namespace onereturn::testing {

// The real framework, three of the demonstration's templates with their mappings, and one agency
// that all three boards ask; a second agency is asked by the second board alone. Written through
// the service's own entrances, once per test program.
namespace delivery_region {

struct Board {
  std::string party;
  std::string request;  // to the first agency
  std::string form;     // "westmarch-s11"
  std::string manager;  // for token_of and session_of
  // Stands in every text that is for this board alone.
  std::string marker;
};
// narrative (45 texts), traffic light (8 lights), self-grade (60 grades)
const Board& narrative();
const Board& lights();
const Board& grades();

inline const std::string agency = "a1000000-0000-4000-8000-000000000001";
inline const std::string other_agency = "a1000000-0000-4000-8000-000000000002";

void seed();

// The digest of a bearer token: "lead", "other lead", or a board's manager.
postgres::TokenHash session_of(const std::string& who);
postgres::Database& gateway();
postgres::Database& worker();
// What its deliveries share, as in one worker.
fan_out::FrozenAtHand& at_hand();

// Freezes a whole return of the agency for these boards and announces the jobs, in one
// transaction. Every common answer stands at `level`.
SubmissionId submit(const std::vector<Board>& boards, int level = 2);

// How many jobs of the submission are in that state, and its deliveries.
int jobs_in(const SubmissionId& submission, const std::string& state);
int deliveries_in(const SubmissionId& submission, const std::string& state);
// The latest return to a board's request.
ReturnId return_of(const Board& board);

}  // namespace delivery_region
}  // namespace onereturn::testing
