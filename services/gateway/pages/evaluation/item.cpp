#include <charconv>

#include "domain/evaluation/read_evaluation.hpp"
#include "domain/evaluation/save_grade.hpp"
#include "domain/evidence/evidence_asks.hpp"
#include "gateway/pages/evaluation/evaluation_pages.hpp"
#include "gateway/pages/evaluation/evaluation_support.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/pages/returns/drafts.hpp"
#include "gateway/problems.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {
namespace {

using evaluation::SavedGrade;
using evaluation::SaveGrade;
using evaluation::Subject;
using evaluation::Workbench;
using views::TypedGrade;

constexpr const char* grade_field = "grade";

int number_in(const std::string& text) {
  int number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  return read.ptr == text.data() + text.size() && number >= 0 ? number : 0;
}

TypedGrade typed_grade(const RequestContext& context) {
  return {context.field("grade"), context.field("comment"), context.field("reason"),
          context.field("why"), number_in(context.field("version"))};
}

evaluation::Judgement judgement_of(const TypedGrade& typed) {
  const bool not_applicable = typed.grade == "na";
  return {.point = not_applicable ? "" : typed.grade,
          .not_applicable = not_applicable,
          .comment = typed.comment,
          .reason = typed.reason,
          .why = typed.why};
}

// The pieces behind this return, and what stands around the item, for the one who looks at it.
struct WithEvidence {
  Workbench bench;
  std::vector<evidence::DeliveredPiece> pieces;
  reviews::AroundItem around;
};

Result<WithEvidence> open_item(RequestContext& context, const std::string& key) {
  const auto id = evaluated_return(context);
  if (!id) return Problem{ProblemCode::not_found, "not-found", "", {}};
  return context.database().as_board(
      context.token(), [&](postgres::BoardTx& tx) -> Result<WithEvidence> {
        auto bench = evaluation::open_evaluation(tx, *id, key, context.now());
        if (!bench) return bench.problem();
        auto delivered = evidence::read_delivered_evidence(tx, *id, bench->copy.receipt.version_no);
        if (!delivered) return delivered.problem();
        reviews::AroundItem around;
        if (const auto* subject = bench->find(key)) {
          around = reviews::read_around_item(tx, *bench, *subject, day_in_england(context.now()));
        }
        return WithEvidence{std::move(bench).value(), std::move(delivered->pieces),
                            std::move(around)};
      });
}

http::Response item_page(RequestContext& context, const WithEvidence& with, const Subject& subject,
                         const TypedGrade& typed, const std::vector<views::PageError>& errors,
                         int status) {
  return framed(context, "pages/evaluate_item",
                views::item_page({.bench = with.bench,
                                  .subject = subject,
                                  .evidence = with.pieces,
                                  .around = with.around,
                                  .looker = looker_of(context),
                                  .today = day_in_england(context.now()),
                                  .typed = typed,
                                  .saved_note = saved_note(context),
                                  .errors = errors}),
                "/returns", status);
}

// Where the pressed button leads: on to what is left, to the next in print, or back here.
std::string next_address(const RequestContext& context, const Workbench& bench,
                         const Subject& subject) {
  const auto go = context.field("go");
  if (subject.key == evaluation::summary_key) {
    return views::evaluation_path(bench) + "/finish?saved=yes";
  }
  if (go == "skip") {
    for (std::size_t at = 0; at + 1 < bench.subjects.size(); ++at) {
      if (bench.subjects[at].key == subject.key) {
        return views::item_path(bench, bench.subjects[at + 1].key);
      }
    }
    return views::evaluation_path(bench);
  }
  if (go == "next" || go == "confirm") {
    const auto next = evaluation::next_to_do(bench.subjects, bench.grades, subject.key);
    return next.empty() ? views::evaluation_path(bench) + "/finish" : views::item_path(bench, next);
  }
  return views::item_path(bench, subject.key) + "?saved=yes";
}

Result<SavedGrade> save(RequestContext& context, const Subject& subject, const TypedGrade& typed) {
  const auto id = evaluated_return(context);
  const auto evaluation = evaluation::EvaluationId::parse(context.field("evaluation"));
  if (!id || !evaluation) return Problem{ProblemCode::not_found, "not-found", "", {}};
  const SaveGrade command{.of_return = *id,
                          .evaluation = *evaluation,
                          .key = subject.key,
                          .base_version = typed.version,
                          .judgement = judgement_of(typed),
                          .confirm = context.field("go") == "confirm"};
  return context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return evaluation::save_grade(tx, command, context.now());
  });
}

http::Response autosaved(RequestContext& context, const Result<SavedGrade>& saved) {
  if (!saved) return refuse(context, saved.problem());
  SavedFields fields;
  fields.saved_at = saved->saved_at;
  if (saved->overtaken) {
    // The version stays the one that was read: pressing Save shows both.
    fields.overtaken = true;
    fields.overtaken_by = saved->overtaken->by_name;
  } else {
    fields.versions[grade_field] = saved->version;
  }
  return autosaved_fields(fields);
}

}  // namespace

http::Response show_evaluated_item(RequestContext& context) {
  const auto with = open_item(context, context.path("item"));
  if (!with) return refuse(context, with.problem());
  const auto subject = subject_in_path(context, with->bench);
  if (!subject) return not_found(context);
  if (!with->bench.facts.evaluation) {
    return http::Response::see_other(views::evaluation_path(with->bench));
  }
  if (subject->key == evaluation::summary_key) {
    return http::Response::see_other(views::evaluation_path(with->bench) + "/finish");
  }
  return item_page(context, *with, *subject, views::kept_grade(with->bench.grade(subject->key)), {},
                   200);
}

http::Response save_evaluated_item(RequestContext& context) {
  const bool by_itself = context.field("go") == "autosave";
  const auto typed = typed_grade(context);
  if (by_itself) {
    evaluation::Subject subject;
    const auto& place = context.path("item");
    subject.key = place == "summary" ? evaluation::summary_key : place;
    return autosaved(context, save(context, subject, typed));
  }
  const auto before = open_item(context, context.path("item"));
  if (!before) return refuse(context, before.problem());
  const auto subject = subject_in_path(context, before->bench);
  if (!subject || !before->bench.facts.evaluation) return not_found(context);
  const auto saved = save(context, *subject, typed);
  if (!saved) {
    const auto code = saved.problem().code;
    if (code != ProblemCode::invalid && code != ProblemCode::conflict) {
      return refuse(context, saved.problem());
    }
    auto errors = errors_by_field(saved.problem());
    if (errors.front().field == "main") errors.front().field = "comment";
    return item_page(context, *before, *subject, typed, errors,
                     code == ProblemCode::invalid ? 422 : 409);
  }
  if (saved->overtaken) {
    return framed(context, "pages/conflict",
                  views::grade_conflict_page(before->bench, *subject, typed, *saved->overtaken,
                                             context.field("go")),
                  "/returns", 409);
  }
  auto bench = before->bench;
  auto& grade = bench.grades[subject->key];
  grade.version = saved->version;
  if (!typed.grade.empty() || context.field("go") == "confirm") {
    grade.how = evaluation::How::graded;
    if (!typed.grade.empty()) grade.point = typed.grade;
  }
  return http::Response::see_other(next_address(context, bench, *subject));
}

http::Response show_grade_history(RequestContext& context) {
  const auto bench = open_bench(context);
  if (!bench) return refuse(context, bench.problem());
  const auto subject = subject_in_path(context, *bench);
  if (!subject) return not_found(context);
  const auto history = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return evaluation::history_of(tx, bench->facts.id, subject->key);
  });
  if (!history) return refuse(context, history.problem());
  return framed(context, "pages/grade_history",
                views::grade_history_page(*bench, *subject, *history), "/returns");
}

}  // namespace onereturn::gateway::pages
