#include "domain/evaluation/give_work.hpp"

#include "domain/audit_log/record.hpp"
#include "domain/evaluation/evaluation_rules.hpp"
#include "domain/evaluation/evaluation_store.hpp"
#include "domain/evaluation/work_store.hpp"
#include "domain/fan_out/received_rules.hpp"
#include "domain/fan_out/received_store.hpp"
#include "domain/frameworks/catalogue_store.hpp"

namespace onereturn::evaluation {
namespace {

Problem forbidden(const char* words) {
  return {ProblemCode::forbidden, "not-permitted", words, {}};
}

bool has_section(postgres::BoardTx& tx, const ReturnId& id, const std::string& section) {
  const auto head = fan_out::find_return(tx, id);
  const auto form = head ? frameworks::load_template(tx, head->form) : nullptr;
  if (form == nullptr) return false;
  if (section.empty()) return true;
  for (const auto& one : form->sections) {
    if (one.code == section) return true;
  }
  return false;
}

}  // namespace

Result<Done> give_work(postgres::BoardTx& tx, const ReturnId& id, const std::string& section,
                       const std::optional<PersonId>& person, Instant now) {
  if (!may_evaluate(tx.actor().role)) return forbidden("Managers and assistants give work.");
  if (!has_section(tx, id, section)) return fan_out::no_such_return();
  end_task(tx, id, section, now);
  if (person && !insert_task(tx, id, section, *person, now)) {
    const std::string words = "Choose one of your board’s managers and assistants";
    return Problem{ProblemCode::invalid, "validation", words, {{"person", words}}};
  }
  audit_log::record(tx, {.what = person ? "evaluation.given" : "evaluation.given_to_nobody",
                         .subject_kind = "return",
                         .subject_id = id.text(),
                         .detail = section.empty() ? "the whole" : "section " + section,
                         .personal = person ? person->text() : ""});
  return Done{};
}

Result<Done> ask_for_second_looks(postgres::BoardTx& tx, bool wanted, Instant now) {
  if (tx.actor().role != "manager") return forbidden("A manager of the board decides this.");
  put_second_look(tx, wanted, now);
  audit_log::record(tx, {.what = "evaluation.setting",
                         .subject_kind = "board",
                         .subject_id = "",
                         .detail = wanted ? "a second look before release" : "no second look"});
  return Done{};
}

Result<Done> switch_keys(postgres::BoardTx& tx, bool on) {
  put_keys(tx, on);
  return Done{};
}

}  // namespace onereturn::evaluation
