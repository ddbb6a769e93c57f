#include "domain/evaluation/release_evaluation.hpp"

#include "base/text.hpp"
#include "domain/actions/board_action_store.hpp"
#include "domain/audit_log/record.hpp"
#include "domain/evaluation/evaluation_rules.hpp"
#include "domain/evaluation/evaluation_store.hpp"
#include "domain/evaluation/read_evaluation.hpp"
#include "domain/fan_out/received_rules.hpp"
#include "domain/fan_out/received_store.hpp"

namespace onereturn::evaluation {
namespace {

Problem forbidden(const char* words) {
  return {ProblemCode::forbidden, "not-permitted", words, {}};
}

Problem incomplete(const Workbench& bench, const std::vector<Missing>& missing) {
  Problem problem{ProblemCode::invalid, "not-ready", "Some things are missing before release.", {}};
  for (const auto& one : missing) {
    const auto* subject = bench.find(one.key);
    problem.fields.push_back(
        {one.key, subject == nullptr ? one.words : title_of(*subject) + " " + one.words});
  }
  return problem;
}

void note(postgres::BoardTx& tx, const ReturnId& id, const char* what, std::string detail = {}) {
  audit_log::record(tx, {.what = what,
                         .subject_kind = "return",
                         .subject_id = id.text(),
                         .detail = std::move(detail)});
}

// The newest release of the version that is evaluated.
ReleaseLine last_of(const std::vector<ReleaseLine>& lines, int version_no) {
  ReleaseLine last;
  for (const auto& line : lines) {
    if (line.version_no == version_no) last = line;
  }
  return last;
}

Result<std::string> tidy_name(const char* field, const std::string& typed, const char* missing) {
  const auto tidy = tidy_line(typed);
  const auto length = count_characters(tidy);
  const auto refuse = [&](std::string words) {
    return Problem{ProblemCode::invalid, "validation", words, {{field, words}}};
  };
  if (tidy.empty()) return refuse(missing);
  if (!length || *length > line_characters_max) return refuse("Use 300 characters or fewer");
  return tidy;
}

}  // namespace

Result<ReleaseOutcome> release_evaluation(postgres::BoardTx& tx, const ReturnId& id, int known,
                                          Instant now) {
  if (tx.actor().role != "manager") return forbidden("A manager of the board releases.");
  const auto evaluation = lock_evaluation(tx, id);
  if (!evaluation) return fan_out::no_such_return();
  auto bench = read_evaluation(tx, id, now);
  if (!bench) return bench.problem();
  if (evaluation->releases > known || evaluation->state == State::finished) {
    return ReleaseOutcome{last_of(bench->releases, evaluation->version_no), true, 0};
  }
  const auto missing = missing_for_release(*bench);
  if (!missing.empty()) return incomplete(*bench, missing);
  const auto body = write_release(released_of(*bench, evaluation->releases + 1));
  const auto number =
      insert_release(tx, evaluation->id, bench->grade(summary_key).comment, body, now);
  fan_out::mark_return(tx, id, evaluation->version_no, "evaluated");
  const int given = actions::give_out(tx, id, now);
  note(tx, id, "evaluation.released",
       "version " + std::to_string(evaluation->version_no) + ", release " + std::to_string(number) +
           (given == 0 ? "" : ", actions given out: " + std::to_string(given)));
  const int told = tell_agency(tx, bench->facts, "return_released", "");
  return ReleaseOutcome{{number, evaluation->version_no, tx.actor().person_name, now}, false, told};
}

Result<Done> correct_release(postgres::BoardTx& tx, const ReturnId& id, Instant) {
  if (tx.actor().role != "manager") return forbidden("A manager of the board corrects a release.");
  const auto evaluation = lock_evaluation(tx, id);
  if (!evaluation) return fan_out::no_such_return();
  if (evaluation->state == State::open && evaluation->releases > 0) return Done{};
  if (evaluation->state != State::finished) {
    return Problem{ProblemCode::conflict, "moved-on", "Nothing is released yet.", {}};
  }
  put_state(tx, evaluation->id, State::open);
  note(tx, id, "evaluation.correction_begun");
  return Done{};
}

Result<Done> sign_off_for_board(postgres::BoardTx& tx, const ReturnId& id, const std::string& name,
                                const std::string& position, Instant now) {
  const auto& role = tx.actor().role;
  if (role != "manager" && role != "chair") return forbidden("The manager or the chair signs.");
  const auto evaluation = lock_evaluation(tx, id);
  if (!evaluation) return fan_out::no_such_return();
  const auto facts = find_facts(tx, id);
  if (facts && facts->state == "signed_off") return Done{};
  if (evaluation->state != State::finished) {
    return Problem{ProblemCode::conflict, "moved-on", "Release the evaluation first.", {}};
  }
  const auto signer = tidy_name("name", name, "Enter the name of whoever signs");
  if (!signer) return signer.problem();
  const auto as = tidy_name("position", position, "Enter their position");
  if (!as) return as.problem();
  if (!fan_out::sign_for_board(tx, id, evaluation->version_no, *signer, *as, now)) {
    return Problem{ProblemCode::conflict,
                   "moved-on",
                   "A newer version has come since. Evaluate that one.",
                   {}};
  }
  note(tx, id, "return.signed_off", "version " + std::to_string(evaluation->version_no));
  return Done{};
}

Result<ReadRelease> open_release(postgres::AgencyTx& tx, const RequestId& request, int version,
                                 int number) {
  auto copies = releases_to_agency(tx, request);
  ReadRelease read;
  for (auto& copy : copies) {
    const bool wanted = version == 0 || (copy.version_no == version && copy.number == number);
    if (wanted && read.copy.number == 0) {
      read.released = read_release(copy.body);
      read.copy = copy;
    }
    copy.body.clear();
  }
  if (read.copy.number == 0) return fan_out::no_such_return();
  read.copy.body.clear();
  read.others = std::move(copies);
  audit_log::record(tx, {.what = "evaluation.opened",
                         .subject_kind = "request",
                         .subject_id = request.text(),
                         .detail = "version " + std::to_string(read.copy.version_no) +
                                   ", release " + std::to_string(read.copy.number)});
  return read;
}

}  // namespace onereturn::evaluation
