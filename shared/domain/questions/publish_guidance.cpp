#include "domain/questions/publish_guidance.hpp"

#include "base/text.hpp"
#include "domain/audit_log/record.hpp"
#include "domain/frameworks/catalogue_store.hpp"
#include "domain/questions/guidance_store.hpp"
#include "domain/questions/question_rules.hpp"
#include "domain/questions/thread_store.hpp"

namespace onereturn::questions {

namespace {

Problem no_such_thing() {
  return {ProblemCode::not_found, "not-found", "There is no such guidance here.", {}};
}

std::optional<Problem> not_permitted(const postgres::BoardTx& tx) {
  if (may_answer(tx.actor().role)) return std::nullopt;
  return Problem{ProblemCode::forbidden, "not-permitted", "Your role reads guidance.", {}};
}

void check(Problem& problem, const std::string& field, const std::string& words,
           const std::string& missing) {
  const auto tidy = tidy_words(words, missing.c_str());
  if (!tidy) problem.fields.push_back({field, tidy.problem().fields.front().message});
}

// The words as they will be kept. The organisation that asked is not to be read out of them.
Result<Guidance> worded(Guidance guidance, const std::string& organisation) {
  Problem problem{ProblemCode::invalid, "validation", "It cannot be published like this.", {}};
  check(problem, "question", guidance.question, "Write the question in your own words.");
  check(problem, "answer", guidance.answer, "Write the answer.");
  if (!problem.fields.empty()) return problem;
  guidance.question = tidy_paragraph(guidance.question);
  guidance.answer = tidy_paragraph(guidance.answer);
  const auto refuse_name = [&](const char* field, const std::string& words) {
    if (!names(words, organisation)) return;
    problem.fields.push_back(
        {field, "Every agency reads this. Leave out \"" + organisation + "\"."});
  };
  refuse_name("question", guidance.question);
  refuse_name("answer", guidance.answer);
  if (!problem.fields.empty()) return problem;
  return guidance;
}

}  // namespace

Result<Guidance> preview_guidance(postgres::BoardTx& tx, const PublishGuidance& publish,
                                  Instant now) {
  if (const auto refused = not_permitted(tx)) return *refused;
  Guidance guidance;
  guidance.id = publish.id;
  guidance.board = tx.actor().party;
  guidance.board_name = tx.actor().party_name;
  guidance.form = publish.form;
  guidance.item = publish.item;
  std::string organisation;
  if (publish.thread) {
    const auto thread = find_thread(tx, *publish.thread);
    if (!thread || thread->item.empty()) return no_such_thing();
    guidance.form = thread->form;
    guidance.item = thread->item;
    organisation = thread->organisation;
  }
  const auto form = frameworks::load_template(tx, guidance.form);
  if (form == nullptr || item_of(*form, guidance.item) == nullptr) return no_such_thing();
  guidance.question = publish.question;
  guidance.answer = publish.answer;
  guidance.by_name = tx.actor().person_name;
  guidance.at = guidance.made_at = now;
  return worded(std::move(guidance), organisation);
}

Result<Guidance> publish_guidance(postgres::BoardTx& tx, const PublishGuidance& publish,
                                  Instant now) {
  auto guidance = preview_guidance(tx, publish, now);
  if (!guidance) return guidance;
  if (!insert_guidance(tx, *guidance, publish.thread)) {
    auto before = hold_guidance(tx, publish.id);
    if (!before) return no_such_thing();
    return std::move(*before);
  }
  insert_version(tx, *guidance);
  audit_log::record(tx, {"guidance.published", "guidance", guidance->id.text(),
                         guidance->form.code + " " + guidance->item});
  return guidance;
}

Result<Guidance> change_guidance(postgres::BoardTx& tx, const ChangeGuidance& change, Instant now) {
  if (const auto refused = not_permitted(tx)) return *refused;
  auto stands = hold_guidance(tx, change.id);
  if (!stands) return no_such_thing();
  if (stands->withdrawn_at) {
    return Problem{
        ProblemCode::conflict, "withdrawn", "This guidance was taken back. Publish it anew.", {}};
  }
  const bool same = stands->question == tidy_paragraph(change.question) &&
                    stands->answer == tidy_paragraph(change.answer);
  if (same) return std::move(*stands);
  if (stands->version != change.seen) {
    return Problem{ProblemCode::conflict,
                   "changed-meanwhile",
                   "Somebody changed this guidance while you did. Nothing is lost: read it, then "
                   "publish yours.",
                   {}};
  }
  stands->question = change.question;
  stands->answer = change.answer;
  stands->by_name = tx.actor().person_name;
  stands->at = now;
  auto next = worded(std::move(*stands), {});
  if (!next) return next;
  ++next->version;
  insert_version(tx, *next);
  note_version(tx, *next);
  audit_log::record(tx, {"guidance.changed", "guidance", next->id.text(),
                         "version " + std::to_string(next->version)});
  return next;
}

Result<Done> withdraw_guidance(postgres::BoardTx& tx, const GuidanceId& id, Instant now) {
  if (const auto refused = not_permitted(tx)) return *refused;
  const auto stands = hold_guidance(tx, id);
  if (!stands) return no_such_thing();
  if (stands->withdrawn_at) return Done{};
  withdraw(tx, id, now);
  audit_log::record(tx, {"guidance.withdrawn", "guidance", id.text(), ""});
  return Done{};
}

}  // namespace onereturn::questions
