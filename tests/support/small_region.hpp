#pragma once

#include <string>
#include <vector>

#include "support/database.hpp"

namespace onereturn::testing {

// Two boards and two agencies, as small as they can be: agency one has joined both boards, agency
// two board two alone. Every board has asked every agency that has joined it. Written through the
// same entrances that the service has, once per test program.
namespace small_region {

inline const std::string board_one = "b0000000-0000-4000-8000-000000000001";
inline const std::string board_two = "b0000000-0000-4000-8000-000000000002";
inline const std::string agency_one = "a0000000-0000-4000-8000-000000000001";
inline const std::string agency_two = "a0000000-0000-4000-8000-000000000002";
// The unit of the whole agency has the agency's own id.
inline const std::string request_one_of_one = "c0000000-0000-4000-8000-000000000011";
inline const std::string request_two_of_one = "c0000000-0000-4000-8000-000000000021";
inline const std::string request_two_of_two = "c0000000-0000-4000-8000-000000000022";
inline const std::string lead_one = "d0000000-0000-4000-8000-000000000001";
inline const std::string lead_two = "d0000000-0000-4000-8000-000000000002";
inline const std::string manager_one = "d0000000-0000-4000-8000-000000000003";
inline const std::string manager_two = "d0000000-0000-4000-8000-000000000004";
// Each person's membership has the person's id with an e in front.
std::string membership_of(const std::string& person);

// Requirements C1 (facets 1a, 1b), C2 (2a) and L1 (9a, local and whole) of framework f1 version 1;
// templates t1 (of board one) and t2 (of board two), version 1, items 1.1 and 1.2, both mapped.
void seed();

// SQL for the digest of a session's token: "lead one", "lead two", "manager one", "manager two".
std::string token(const std::string& who);
// "select identity.enter(...)" for that person.
std::string enter(const std::string& who);

struct Submitted {
  std::string submission;
  std::vector<std::string> jobs;  // one per board, in the order given
};
// Submits for agency one, with one frozen answer, to those of its requests; announces the jobs.
Submitted submit(const std::vector<std::string>& requests);

struct Claimed {
  std::string job;
  std::string fence;
};
// Claims this very job for a minute, whatever else waits.
Claimed claim(const std::string& job);
std::string enter_job(const Claimed& claimed);

}  // namespace small_region
}  // namespace onereturn::testing
