#include "domain/actions/answer_by_mail.hpp"

#include "base/text.hpp"
#include "domain/actions/action_texts.hpp"
#include "domain/actions/mail_store.hpp"
#include "domain/actions/sql.hpp"

namespace onereturn::actions {

namespace {

Problem busy() {
  return {ProblemCode::too_many, "too-many-requests", "Too many tries. Wait a quarter of an hour."};
}

}  // namespace

Result<AskedByMail> read_asked_by_mail(postgres::AuthTx& tx, const std::string& token_hash,
                                       const std::string& network_address) {
  auto asked = read_asked(tx, token_hash, network_address);
  if (!asked) return Problem{ProblemCode::not_found, "link-over", "This link is no longer good."};
  if (asked->state == "busy") return busy();
  return std::move(*asked);
}

Result<Done> answer_by_mail(postgres::AuthTx& tx, const std::string& token_hash,
                            const std::string& network_address, const MailedAnswer& typed) {
  auto answer = typed;
  answer.words = tidy_paragraph(answer.words);
  Problem problem{ProblemCode::invalid, "validation", "Something is missing.", {}};
  if (answer.said != "done" && answer.said != "not_yet") {
    problem.fields.push_back({"said", "Say whether it is done"});
  }
  check_paragraph(problem, "words", answer.words);
  const auto today = day_in_england(answer.at);
  if (answer.said == "done") answer.new_on.reset();
  if (answer.new_on && *answer.new_on < today) {
    problem.fields.push_back({"new", "Give a day that is still to come"});
  }
  if (answer.said == "not_yet" && !answer.new_on && answer.words.empty()) {
    problem.fields.push_back({"words", "Say what is left, or give a new day"});
  }
  if (!problem.fields.empty()) return problem;
  const auto state = insert_answer(tx, token_hash, network_address, answer);
  if (state == "busy") return busy();
  if (state != "answered") {
    return Problem{ProblemCode::conflict, "link-over", "This link is used up, or over."};
  }
  return Done{};
}

void take_action_answer(postgres::Database& database, const postgres::JobLease& lease) {
  database.call(sql::take_action_answer, lease.job, lease.fence);
}

void carry_progress(postgres::Database& database, const postgres::JobLease& lease) {
  database.call(sql::carry_progress, lease.job, lease.fence);
}

}  // namespace onereturn::actions
