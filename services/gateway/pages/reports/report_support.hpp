#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "domain/reports/draft_report.hpp"
#include "domain/reports/edit_report.hpp"
#include "domain/reports/report.hpp"
#include "gateway/request_context.hpp"
#include "gateway/views/reports.hpp"
#include "platform/postgres/transaction.hpp"

namespace onereturn::gateway::pages {

inline constexpr const char* reports_place = "/reports";

std::optional<reports::ReportId> report_in_path(const RequestContext& context);
// A whole number above zero in a form or a path; 0 for anything else.
int number_from(const std::string& text);
// The moment, and where this service is found.
reports::Drafting drafting_now(const RequestContext& context);

// The page of a version, the latest where none is named, with what was typed and not kept.
http::Response report_page_of(RequestContext& context, const reports::ReportId& id,
                              std::optional<int> version, const views::TypedOnReport& typed,
                              int status);

// What the form of a draft brings: every section's words, each with the save that the page showed.
// Sections that nobody touched are left out.
struct Written {
  std::vector<reports::SaveSection> sections;
};
Written written_in(const RequestContext& context, const reports::ReportId& id);

// What was kept of it. Where somebody else was quicker nothing of that section is kept.
struct Kept {
  int saved = 0;
  std::vector<std::pair<reports::SaveSection, reports::EditedSection>> overtaken;
};
Result<Kept> keep_written(postgres::BoardTx& tx, const Written& written);

// Keeps what was written on the page, then does the deed, which hears how many sections that were,
// and goes to the page with a note. Of a section in which somebody else was quicker both texts are
// shown, one section after the other, and the deed is not done. `section`: where to come back to.
using OnDraft = std::function<Result<Done>(postgres::BoardTx&, const reports::ReportId&, int)>;
http::Response on_draft(RequestContext& context, const std::string& note,
                        const std::string& section, const OnDraft& act);

// Does it to the report that the path names and goes to its page with a note; or shows the page
// again with what is wrong.
using OnReport = std::function<Result<Done>(postgres::BoardTx&, const reports::ReportId&)>;
http::Response on_report(RequestContext& context, const std::string& note,
                         views::TypedOnReport typed, const OnReport& act);

}  // namespace onereturn::gateway::pages
