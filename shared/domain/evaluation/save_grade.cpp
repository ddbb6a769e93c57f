#include "domain/evaluation/save_grade.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "domain/audit_log/record.hpp"
#include "domain/evaluation/evaluation_store.hpp"
#include "domain/evaluation/release_store.hpp"
#include "domain/fan_out/received_rules.hpp"
#include "domain/fan_out/received_store.hpp"
#include "domain/frameworks/catalogue_store.hpp"

namespace onereturn::evaluation {
namespace {

Problem conflict(const char* key, const char* words) {
  return {ProblemCode::conflict, key, words, {}};
}

Judgement tidy(const Judgement& typed) {
  auto judgement = typed;
  judgement.comment = tidy_paragraph(typed.comment);
  judgement.reason = tidy_paragraph(typed.reason);
  judgement.why = tidy_paragraph(typed.why);
  return judgement;
}

// The whole is spoken of, and not graded.
Subject whole() {
  Subject subject;
  subject.key = summary_key;
  return subject;
}

bool says_the_same(const Grade& grade, const Judgement& judgement) {
  return grade.point == judgement.point && grade.not_applicable == judgement.not_applicable &&
         grade.comment == judgement.comment && grade.reason == judgement.reason;
}

bool same_grade(const Grade& grade, const Judgement& judgement) {
  return grade.point == judgement.point && grade.not_applicable == judgement.not_applicable;
}

// Where nobody says another grade, what was carried over stays the draft that it is.
bool keep_carried(const Grade& stands, Judgement& judgement) {
  if (stands.how != How::carried || !judgement.point.empty() || judgement.not_applicable) {
    return false;
  }
  judgement.point = stands.point;
  judgement.not_applicable = stands.not_applicable;
  if (judgement.reason.empty()) judgement.reason = stands.reason;
  return true;
}

// Whether this person may change anything just now, and as whom.
Result<How> as_whom(postgres::BoardTx& tx, const Evaluation& evaluation) {
  const auto& actor = tx.actor();
  if (evaluation.state == State::finished) {
    return conflict("released", "It is released. Choose “Correct it” to change what was released.");
  }
  if (evaluation.state == State::second_look) {
    const auto mine = authors(tx, evaluation.id);
    const auto looks = looks_of(tx, evaluation.id);
    const bool sent = !looks.empty() && looks.back().sent_by == actor.person;
    if (!may_look(actor.role)) {
      return Problem{ProblemCode::forbidden, "not-permitted", "", {}};
    }
    if (sent || mine.contains(actor.person)) {
      return conflict("with-second-person",
                      "A second person is looking at it. Take it back to change a grade.");
    }
    return How::second_look;
  }
  if (!may_evaluate(actor.role)) {
    return Problem{ProblemCode::forbidden,
                   "not-permitted",
                   "Managers and assistants of the board evaluate.",
                   {}};
  }
  return How::graded;
}

std::optional<Subject> subject_to_judge(const frameworks::Template& form, const std::string& key) {
  if (key == summary_key) return whole();
  for (auto& subject : subjects_of(form)) {
    if (subject.key == key) return std::move(subject);
  }
  return std::nullopt;
}

std::vector<FieldError> faults(const frameworks::Template& form, const Subject& subject,
                               const Judgement& judgement, const Grade& stands, How how) {
  auto errors = check(form, subject, judgement);
  if (how == How::second_look && !same_grade(stands, judgement) && judgement.why.empty()) {
    errors.push_back({"why", "Say why you change the grade"});
  }
  return errors;
}

}  // namespace

Result<SavedGrade> save_grade(postgres::BoardTx& tx, const SaveGrade& command, Instant now) {
  const auto evaluation = lock_evaluation(tx, command.of_return);
  if (!evaluation) return fan_out::no_such_return();
  if (!(evaluation->id == command.evaluation)) {
    return conflict("newer-evaluation",
                    "A newer version of this return is being evaluated by now.");
  }
  const auto how = as_whom(tx, *evaluation);
  if (!how) return how.problem();
  const auto head = fan_out::find_return(tx, command.of_return, evaluation->version_no);
  const auto form = head ? frameworks::load_template(tx, head->form) : nullptr;
  const auto subject = form ? subject_to_judge(*form, command.key) : std::nullopt;
  if (!subject) return fan_out::no_such_return();
  const auto stands = current_grade(tx, evaluation->id, command.key);
  auto judgement = tidy(command.judgement);
  const bool stays = keep_carried(stands, judgement);
  const auto as = stays && !command.confirm ? How::carried : *how;
  const bool same = stands.version > 0 && (stands.how != How::carried || as == How::carried) &&
                    says_the_same(stands, judgement);
  if (same) return SavedGrade{stands.version, stands.at, std::nullopt};
  if (stands.version != command.base_version) return SavedGrade{stands.version, stands.at, stands};
  auto errors = faults(*form, *subject, judgement, stands, *how);
  if (!errors.empty()) {
    return Problem{ProblemCode::invalid, "validation", "Put right what is marked.",
                   std::move(errors)};
  }
  if (!insert_grade(tx, evaluation->id, command.key, stands.version + 1, judgement, as, now)) {
    return fan_out::no_such_return();
  }
  if (evaluation->state == State::agreed) put_state(tx, evaluation->id, State::open);
  audit_log::record(tx,
                    {.what = "evaluation.graded",
                     .subject_kind = "return",
                     .subject_id = command.of_return.text(),
                     .detail = command.key + ", version " + std::to_string(stands.version + 1)});
  return SavedGrade{stands.version + 1, now, std::nullopt};
}

}  // namespace onereturn::evaluation
