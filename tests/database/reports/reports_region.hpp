#pragma once

#include <string>

#include "domain/reports/draft_report.hpp"
#include "domain/reports/report.hpp"
#include "support/delivery_region.hpp"

// The delivery region after its narrative board received one return and released what it says of
// it. That board has an "assistant" and a "chair" beside its manager; another board has nothing.
namespace onereturn::testing::reports_region {

inline const Instant now = *parse_instant("2027-03-16T10:00:00Z");
inline const reports::Drafting drafting{now, "https://onereturn.example"};

void seed();
// Without reports, files, papers of returns, jobs and looks.
void empty();

std::string manager();
std::string other_manager();
ReturnId released_return();
AuditId exercise();

template <class Work>
auto as(const std::string& who, Work&& work) {
  return delivery_region::gateway().as_board(delivery_region::session_of(who),
                                             std::forward<Work>(work));
}

reports::Subject of_organisation();
reports::Subject of_exercise();
reports::Subject of_march();

// Made by the manager.
reports::ReportId made(const reports::Subject& subject);
reports::OpenReport opened(const reports::ReportId& id);
// Every section of it has words with a numbered item, and it is finished.
void finished(const reports::ReportId& id);

int count(const std::string& sql);

}  // namespace onereturn::testing::reports_region
