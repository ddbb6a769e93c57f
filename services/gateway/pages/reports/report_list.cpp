#include "domain/reports/make_report.hpp"
#include "domain/reports/read_report.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/pages/reports/report_pages.hpp"
#include "gateway/pages/reports/report_support.hpp"
#include "gateway/problems.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {
namespace {

using reports::Kind;
using reports::ReportId;

Result<views::ReportChoices> read_choices(RequestContext& context, const std::string& kind) {
  return context.database().as_board(context.token(),
                                     [&](postgres::BoardTx& tx) -> Result<views::ReportChoices> {
                                       views::ReportChoices choices;
                                       const auto asked = reports::kind_of(kind);
                                       if (asked == Kind::organisation)
                                         choices.returns = reports::released_returns(tx);
                                       if (asked == Kind::overview || asked == Kind::pack) {
                                         choices.exercises = reports::exercises(tx);
                                       }
                                       if (asked == Kind::pack) {
                                         choices.reports = reports::list_reports(tx);
                                         choices.delivered = reports::delivered_returns(tx);
                                       }
                                       return choices;
                                     });
}

http::Response new_page(RequestContext& context, const views::TypedNewReport& typed, int status) {
  const auto choices = read_choices(context, typed.kind);
  if (!choices) return refuse(context, choices.problem());
  return framed(context, "pages/report_new", views::new_report_page(*choices, typed), reports_place,
                status);
}

// The last month that is over: what most reports of a period are about.
void usual_period(views::TypedNewReport& typed, Date today) {
  using namespace std::chrono;
  const auto month = year_month(today.year(), today.month()) - months(1);
  typed.from = views::typed_date(Date(month / 1));
  typed.to = views::typed_date(Date(month / last));
}

reports::Subject subject_of(views::TypedNewReport& typed, Kind kind) {
  reports::Subject subject;
  subject.kind = kind;
  if (kind == Kind::organisation) subject.of_return = ReturnId::parse(typed.of_return);
  if (kind == Kind::overview || kind == Kind::pack) {
    subject.exercise = AuditId::parse(typed.exercise);
  }
  if (kind == Kind::pack) {
    for (const auto& paper : typed.papers) {
      if (auto id = ReportId::parse(paper)) subject.papers.push_back(std::move(*id));
    }
    for (const auto& each : typed.returns) {
      if (auto id = ReturnId::parse(each)) subject.returns.push_back(std::move(*id));
    }
  }
  if (kind == Kind::improvement_plan || kind == Kind::highlight || kind == Kind::exception) {
    const auto day = [&](const views::TypedDate& each, const char* field) {
      const auto read = views::read_date(each);
      if (!read.error.empty()) typed.errors.push_back({field, read.error});
      return read.date;
    };
    subject.from = day(typed.from, "from");
    subject.to = day(typed.to, "to");
  }
  return subject;
}

// What the calendar says of a field stands for what the rules say of it.
void add_rules(std::vector<views::PageError>& errors, const Problem& problem) {
  for (const auto& field : problem.fields) {
    if (views::error_of(errors, field.field).is_no()) {
      errors.push_back({field.field, field.message});
    }
  }
  if (problem.fields.empty()) {
    const auto* field = problem.key == "not-released" ? "of_return" : "exercise";
    errors.push_back({field, problem.detail});
  }
}

}  // namespace

http::Response show_reports(RequestContext& context) {
  const auto asked = views::list_asked(context.request().query, views::reports_shape());
  const auto all = context.database().as_board(
      context.token(), [&](postgres::BoardTx& tx) -> Result<std::vector<reports::ReportLine>> {
        return reports::list_reports(tx);
      });
  if (!all) return refuse(context, all.problem());
  return framed(context, "pages/reports",
                views::reports_page(*all, asked, reports::may_draft(context.session().role)),
                reports_place);
}

http::Response show_new_report(RequestContext& context) {
  views::TypedNewReport typed;
  typed.kind = context.request().query.get("kind");
  if (typed.kind.empty() && context.request().query.has("go")) {
    typed.errors.push_back({"kind-organisation", "Choose which kind of report"});
  }
  typed.of_return = context.request().query.get("return");
  typed.exercise = context.request().query.get("exercise");
  typed.id = ReportId::random().text();
  usual_period(typed, day_in_england(context.now()));
  return new_page(context, typed, 200);
}

http::Response make_report(RequestContext& context) {
  const auto& form = context.request().form;
  views::TypedNewReport typed;
  typed.id = context.field("id");
  typed.kind = context.field("kind");
  typed.of_return = context.field("of_return");
  typed.exercise = context.field("exercise");
  typed.from = views::typed_date(form, "from");
  typed.to = views::typed_date(form, "to");
  for (const auto& paper : form.all("papers"))
    typed.papers.insert(paper);
  for (const auto& each : form.all("returns"))
    typed.returns.insert(each);
  const auto id = ReportId::parse(typed.id);
  const auto kind = reports::kind_of(typed.kind);
  if (!id || !kind) return not_found(context);
  const reports::MakeReport command{*id, subject_of(typed, *kind), drafting_now(context)};
  const auto made = context.database().as_board(
      context.token(), [&](postgres::BoardTx& tx) { return reports::make_report(tx, command); });
  if (made) return http::Response::see_other(with_note(views::report_path(*made), "made"));
  const auto& problem = made.problem();
  if (problem.code != ProblemCode::invalid && problem.code != ProblemCode::conflict) {
    return refuse(context, problem);
  }
  add_rules(typed.errors, problem);
  return new_page(context, typed, problem.code == ProblemCode::invalid ? 422 : 409);
}

}  // namespace onereturn::gateway::pages
