#include "gateway/pages/reports/report_support.hpp"

#include <charconv>

#include "domain/reports/read_report.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/problems.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {
namespace {

std::string note_of(const RequestContext& context) {
  const auto saved = context.request().query.get("saved");
  if (saved == "made") return "Drafted from your records. Put it into your words.";
  if (saved == "words") return "Saved at " + clock_in_england(context.now()) + ".";
  if (saved == "drafted") return "Drawn again. What you wrote is as it was.";
  if (saved == "lifted") return "Taken over, with links back to where it was said.";
  if (saved == "finished") return "Finished. This version stays as it is.";
  if (saved == "next") return "This is the next version. The one before stays as it was.";
  if (saved == "signed") return "The signature is noted.";
  if (saved == "withdrawn") return "Withdrawn. Its files say so from now on.";
  return {};
}

bool is_of_page(const Problem& problem) {
  return problem.code == ProblemCode::invalid || problem.code == ProblemCode::conflict;
}

}  // namespace

std::optional<reports::ReportId> report_in_path(const RequestContext& context) {
  return reports::ReportId::parse(context.path("report"));
}

int number_from(const std::string& text) {
  int number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  return read.ec == std::errc() && read.ptr == text.data() + text.size() && number > 0 ? number : 0;
}

reports::Drafting drafting_now(const RequestContext& context) {
  return {context.now(), context.origin()};
}

http::Response report_page_of(RequestContext& context, const reports::ReportId& id,
                              std::optional<int> version, const views::TypedOnReport& typed,
                              int status) {
  const auto open = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return status == 200 ? reports::open_report(tx, id, version)
                         : reports::look_at_report(tx, id, version);
  });
  if (!open) return refuse(context, open.problem());
  return framed(context, "pages/report",
                views::report_page({*open, context.session().role,
                                    status == 200 ? note_of(context) : std::string(), typed}),
                reports_place, status);
}

http::Response on_report(RequestContext& context, const std::string& note,
                         views::TypedOnReport typed, const OnReport& act) {
  const auto id = report_in_path(context);
  if (!id) return not_found(context);
  const auto done = context.database().as_board(
      context.token(), [&](postgres::BoardTx& tx) { return act(tx, *id); });
  if (done) return http::Response::see_other(with_note(views::report_path(*id), note));
  const auto& problem = done.problem();
  if (!is_of_page(problem)) return refuse(context, problem);
  for (const auto& field : problem.fields)
    typed.errors.push_back({field.field, field.message});
  if (problem.fields.empty()) typed.errors.push_back({"main", problem.detail});
  return report_page_of(context, *id, std::nullopt, typed,
                        problem.code == ProblemCode::invalid ? 422 : 409);
}

}  // namespace onereturn::gateway::pages
