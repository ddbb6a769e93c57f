#include <algorithm>
#include <charconv>

#include "domain/evaluation/evaluation_store.hpp"
#include "domain/evaluation/save_grade.hpp"
#include "domain/frameworks/catalogue_store.hpp"
#include "gateway/pages/evaluation/evaluation_pages.hpp"
#include "gateway/pages/evaluation/evaluation_support.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/problems.hpp"
#include "gateway/views/evaluation_finish.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {
namespace {

using evaluation::Workbench;
using Typed = std::map<std::string, std::string>;

int number_of(const std::string& text) {
  int number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  return read.ec == std::errc() && read.ptr == text.data() + text.size() ? number : 0;
}

http::Response both(RequestContext& context, const Workbench& bench, const Typed& typed,
                    const std::vector<views::PageError>& errors, int status) {
  return framed(context, "pages/evaluate_both",
                views::both_page({.bench = bench,
                                  .looker = looker_of(context),
                                  .today = day_in_england(context.now()),
                                  .saved_note = saved_note(context),
                                  .typed = typed,
                                  .errors = errors}),
                "/returns", status);
}

bool asks_for_both(const Workbench& bench) {
  for (const auto& subject : bench.subjects) {
    if (subject.judging == evaluation::Judging::both) return true;
  }
  return false;
}

// Each row by itself: what could be saved is, and the others come back as they were chosen.
void save_row(RequestContext& context, const Workbench& bench, const evaluation::Subject& subject,
              Typed& typed, std::vector<views::PageError>& errors) {
  const auto field = views::both_field(bench, subject.key);
  const auto point = context.field(field);
  if (point.empty()) return;
  const auto& grade = bench.grade(subject.key);
  evaluation::SaveGrade command;
  command.of_return = bench.facts.id;
  command.evaluation = evaluation::EvaluationId::parse(context.field("evaluation"))
                           .value_or(evaluation::EvaluationId{});
  command.key = subject.key;
  command.base_version = number_of(context.field(field + "-version"));
  command.judgement.point = point;
  command.judgement.comment = grade.comment;
  command.judgement.reason = grade.reason;
  const auto saved = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return evaluation::save_grade(tx, command, context.now());
  });
  if (saved && !saved->overtaken) return;
  typed[subject.key] = point;
  const auto title = evaluation::title_of(subject);
  if (!saved) {
    errors.push_back(
        {field, title + ": " +
                    (saved.problem().fields.empty() ? saved.problem().detail
                                                    : saved.problem().fields.front().message)});
  } else {
    errors.push_back({field, saved->overtaken->by_name + " graded " + title +
                                 " meanwhile. Theirs stands; open the item to say another."});
  }
}

}  // namespace

http::Response show_both_grades(RequestContext& context) {
  const auto bench = open_bench(context);
  if (!bench) return refuse(context, bench.problem());
  if (!asks_for_both(*bench)) return not_found(context);
  if (!bench->facts.evaluation) {
    return http::Response::see_other(views::evaluation_path(*bench));
  }
  return both(context, *bench, {}, {}, 200);
}

http::Response save_both_grades(RequestContext& context) {
  const auto bench = open_bench(context);
  if (!bench) return refuse(context, bench.problem());
  if (!asks_for_both(*bench) || !bench->facts.evaluation) return not_found(context);
  Typed typed;
  std::vector<views::PageError> errors;
  for (const auto& subject : bench->subjects) {
    if (subject.judging == evaluation::Judging::both) {
      save_row(context, *bench, subject, typed, errors);
    }
  }
  if (errors.empty()) {
    return http::Response::see_other(views::evaluation_path(*bench) + "/both?saved=yes");
  }
  const auto now = open_bench(context);
  if (!now) return refuse(context, now.problem());
  return both(context, *now, typed, errors, 422);
}

http::Response show_differences(RequestContext& context) {
  const auto& query = context.request().query;
  const auto wanted = frameworks::VersionRef{query.get("form"), number_of(query.get("version"))};
  const auto input = context.database().as_board(
      context.token(), [&](postgres::BoardTx& tx) -> Result<views::DifferencesInput> {
        views::DifferencesInput found;
        found.forms = evaluation::forms_of_both(tx);
        const auto chosen = std::find_if(found.forms.begin(), found.forms.end(),
                                         [&](const auto& one) { return one.form == wanted; });
        const bool first = chosen == found.forms.end();
        if (found.forms.empty()) return found;
        const auto& ref = first ? found.forms.front().form : chosen->form;
        found.form = frameworks::load_template(tx, ref);
        found.rows = evaluation::differences(tx, ref, evaluation::points_in_order(*found.form));
        return found;
      });
  if (!input) return refuse(context, input.problem());
  return framed(context, "pages/differences", views::differences_page(*input), "/returns");
}

}  // namespace onereturn::gateway::pages
