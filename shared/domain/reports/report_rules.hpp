#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/problem.hpp"
#include "domain/reports/report.hpp"

// Who may do what with a report, what is missing before it is finished, and what differs between
// two of its versions. Pure.
namespace onereturn::reports {

inline constexpr std::size_t section_characters_max = 40'000;
inline constexpr int signatures_max = 20;

bool may_draft(std::string_view role);     // make, edit, draft again, take over conclusions
bool may_finish(std::string_view role);    // finish, withdraw, keep the look
bool may_sign_off(std::string_view role);  // note who signed

// What keeps a version from being finished: a section's key ("" for the whole) and a sentence.
struct Missing {
  std::string key;
  std::string words;
  bool operator==(const Missing&) const = default;
};
std::vector<Missing> missing_before_finishing(Kind kind, const ReportVersion& version);

// A short mark of a section's words, as kept: a page that shows them carries it, and so tells what
// somebody changed there from what they only looked at. No seal: nothing is trusted for it.
std::string mark_of(std::string_view words);

// The numbered items of marked text, each as one plain paragraph: what can be lifted.
std::vector<std::string> numbered_items(std::string_view marked);

// A section that is not the same in both, with both of its texts ("" where it is not there).
struct SectionChange {
  std::string heading;
  std::string before;
  std::string after;
};
struct Differences {
  std::vector<SectionChange> sections;
  bool facts = false;  // the tables from the records differ
  bool none() const { return sections.empty() && !facts; }
};
Differences differences(const ReportVersion& before, const ReportVersion& after);

// One field each that cannot be taken: "of_return", "exercise", "from", "to", "papers".
void check_subject(Problem& problem, const Subject& subject);
// "role", "name", "on": nobody signs on a day to come, or before it was finished.
void check_signature(Problem& problem, const Signature& signature, Date finished_on, Date today);

// "Draft 2", "Finished on 4 May 2027", "Signed off on 6 May 2027", "Withdrawn on 9 May 2027".
std::string standing_of(const Report& report, const ReportVersion& version);
// "Report 12, version 2".
std::string record_of(const Report& report, const ReportVersion& version);
// "Words of 2 boxes … were redacted on 4 May 2027 …", and what that means for the check value of a
// finished version; "" where nothing was redacted since it was drafted.
std::string redaction_of(const ReportVersion& version);
// "1 to 30 April 2027", "1 April to 31 May 2027".
std::string period_words(Date from, Date to);

// Whether its files take long to make, so that others must not wait behind them.
bool takes_long(Kind kind, const std::vector<documents::Block>& facts);

}  // namespace onereturn::reports
