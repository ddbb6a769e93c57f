#pragma once

#include <string>
#include <vector>

#include "domain/reporting/draft.hpp"
#include "support/delivery_region.hpp"

// The delivery region as reports see it: the board that grades has a return with an evaluation that
// is released, and 240 actions of eight organisations, one of which has closed; the traffic-light
// board has one return of its two organisations.
namespace onereturn::testing::reports_region {

namespace region = delivery_region;

inline const Instant now = *parse_instant("2027-03-16T10:00:00Z");

void seed();
// Of the board that grades.
ReturnId return_id();
// The exercise of that board, and of the traffic-light one.
AuditId wave();
AuditId lights_wave();

template <class Work>
auto as(const std::string& who, Work&& work) {
  return region::gateway().as_board(region::session_of(who), std::forward<Work>(work));
}

std::string one(const std::string& sql);
int count(const std::string& sql);
// A section as it is read, without its marks.
std::string text_of(const reporting::Draft& draft, const std::string& key);
// The table of that name; one without rows where there is none.
documents::Table table_of(const reporting::Draft& draft, const std::string& name);
// Everything that a draft says.
std::string words_of(const reporting::Draft& draft);

}  // namespace onereturn::testing::reports_region
