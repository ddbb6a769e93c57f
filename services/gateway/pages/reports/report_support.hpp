#pragma once

#include <functional>
#include <optional>
#include <string>

#include "domain/reports/draft_report.hpp"
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

// Does it to the report that the path names and goes to its page with a note; or shows the page
// again with what is wrong.
using OnReport = std::function<Result<Done>(postgres::BoardTx&, const reports::ReportId&)>;
http::Response on_report(RequestContext& context, const std::string& note,
                         views::TypedOnReport typed, const OnReport& act);

}  // namespace onereturn::gateway::pages
