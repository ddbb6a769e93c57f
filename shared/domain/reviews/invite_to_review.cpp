#include "domain/reviews/invite_to_review.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "domain/audit_log/record.hpp"
#include "domain/frameworks/catalogue_store.hpp"
#include "domain/reviews/review_rules.hpp"
#include "domain/reviews/review_store.hpp"

namespace onereturn::reviews {
namespace {

constexpr std::size_t returns_max = 100;

Problem manager_only() {
  return {ProblemCode::forbidden, "not-permitted",
          "Only the manager of the board invites reviewers."};
}

Problem no_such_review() {
  return {ProblemCode::not_found, "not-found", "There is no such review here."};
}

void check_words(Problem& problem, InviteToReview& command) {
  command.home = tidy_line(command.home);
  command.words = tidy_paragraph(command.words);
  const auto home = count_characters(command.home);
  if (!home || *home > line_characters_max) {
    problem.fields.push_back({"home", "Use 300 characters or fewer"});
  } else if (*home == 0) {
    problem.fields.push_back({"home", "Enter the organisation that they come from"});
  }
  const auto words = count_characters(command.words);
  if (!words || *words > paragraph_characters_max) {
    problem.fields.push_back({"words", "Use 10,000 characters or fewer"});
  }
}

// Each return must be here, and none the member's own.
void check_returns(postgres::BoardTx& tx, Problem& problem, const InviteToReview& command,
                   const std::string& name) {
  if (command.returns.empty()) {
    problem.fields.push_back({"returns", "Tick at least one return"});
    return;
  }
  if (command.returns.size() > returns_max) {
    problem.fields.push_back({"returns", "Name a hundred returns or fewer"});
    return;
  }
  const auto found = returns_for_review(tx, command);
  for (const auto& one : found) {
    if (one.own) {
      problem.fields.push_back(
          {"returns", name + " comes from " + one.organisation + ", so cannot review its return"});
    }
  }
  if (found.size() != command.returns.size()) {
    problem.fields.push_back({"returns", "One of these returns is not here any more"});
  }
}

}  // namespace

Result<ReviewId> invite_to_review(postgres::BoardTx& tx, const InviteToReview& asked) {
  if (tx.actor().role != "manager") return manager_only();
  auto command = asked;
  std::sort(command.returns.begin(), command.returns.end());
  command.returns.erase(std::unique(command.returns.begin(), command.returns.end()),
                        command.returns.end());
  Problem problem{ProblemCode::invalid, "validation", "Nobody was invited.", {}};
  const auto people = possible_reviewers(tx);
  const auto person = std::find_if(people.begin(), people.end(),
                                   [&](const auto& one) { return one.person == command.person; });
  if (person == people.end()) {
    problem.fields.push_back({"person", "Choose a member of your board"});
  }
  check_words(problem, command);
  check_days(problem, command.from_on, command.until_on, day_in_england(command.at));
  if (person != people.end()) check_returns(tx, problem, command, person->name);
  if (!problem.fields.empty()) return problem;
  if (insert_review(tx, command)) {
    tell_reviewer(tx, command.person, *command.from_on, *command.until_on);
    audit_log::record(tx, {"review.invited", "review", command.review.text(),
                           "until " + to_iso(*command.until_on), person->name});
  }
  return command.review;
}

Result<Done> end_review(postgres::BoardTx& tx, const ReviewId& review, Instant at) {
  if (tx.actor().role != "manager") return manager_only();
  const auto found = load_reviews(tx, review);
  if (found.empty()) return no_such_review();
  if (!mark_ended(tx, review, at)) {
    return Problem{ProblemCode::conflict, "conflict", "A colleague has ended this review already."};
  }
  audit_log::record(tx, {"review.ended", "review", review.text(), "", found.front().reviewer});
  return Done{};
}

std::vector<PossibleReviewer> possible_reviewers(postgres::BoardTx& tx) {
  return load_possible_reviewers(tx);
}

std::vector<Review> list_reviews(postgres::BoardTx& tx) { return load_reviews(tx, std::nullopt); }

Result<Review> read_review(postgres::BoardTx& tx, const ReviewId& review) {
  auto found = load_reviews(tx, review);
  if (found.empty()) return no_such_review();
  return std::move(found.front());
}

std::vector<std::pair<Review, SentNotes>> notes_on_return(postgres::BoardTx& tx,
                                                          const ReturnId& id) {
  std::vector<std::pair<Review, SentNotes>> all;
  const auto notes = load_notes_on_return(tx, id);
  for (auto& review : load_reviews(tx, std::nullopt)) {
    for (const auto& one : review.returns) {
      if (one.return_id != id || !one.sent_at) continue;
      const auto mine = notes.find(review.review);
      all.push_back({review,
                     {one, frameworks::load_template(tx, one.form),
                      mine == notes.end() ? std::vector<ReviewNote>{} : mine->second}});
    }
  }
  return all;
}

std::vector<SentNotes> sent_notes(postgres::BoardTx& tx, const Review& review) {
  std::vector<SentNotes> all;
  const auto notes = load_notes_of_review(tx, review.review);
  for (const auto& one : review.returns) {
    if (!one.sent_at) continue;
    const auto mine = notes.find(one.return_id);
    all.push_back({one, frameworks::load_template(tx, one.form),
                   mine == notes.end() ? std::vector<ReviewNote>{} : mine->second});
  }
  return all;
}

}  // namespace onereturn::reviews
