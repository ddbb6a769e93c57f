#pragma once

#include <string>
#include <vector>

#include "domain/reviews/review.hpp"
#include "support/delivery_region.hpp"

// The delivery region after its traffic-light board has received two returns, with evidence, and
// has a member who works for the second agency, a reviewer from elsewhere, and an assistant.
namespace onereturn::testing::reviews_region {

inline const Date today{std::chrono::year{2027}, std::chrono::March, std::chrono::day{16}};
inline const Instant noon = *parse_instant("2027-03-16T12:00:00Z");

// The same hour, so many days later.
Instant later(int days);
Date day_after(int days);

void seed();

// Of the first agency with seven pieces of evidence, the first five on request; of the second with
// three, all on request.
ReturnId first_return();
ReturnId second_return();
// The wave of both.
std::string wave();
std::string first_name();
std::string second_name();
std::string person_of(const std::string& who);

inline const std::string manager = "second manager";
inline const std::string other_manager = "third manager";

template <class Work>
auto as_board(const std::string& who, Work&& work) {
  return delivery_region::gateway().as_board(delivery_region::session_of(who),
                                             std::forward<Work>(work));
}
template <class Work>
auto as_agency(const std::string& who, Work&& work) {
  return delivery_region::gateway().as_agency(delivery_region::session_of(who),
                                              std::forward<Work>(work));
}
// As the member or the reviewer.
template <class Work>
auto as_person(const std::string& who, Work&& work) {
  return delivery_region::gateway().as_session(delivery_region::session_of(who),
                                               std::forward<Work>(work));
}

int count(const std::string& sql);

}  // namespace onereturn::testing::reviews_region
