#include "domain/reviews/review_return.hpp"

#include <algorithm>

#include "base/ensure.hpp"
#include "base/text.hpp"
#include "domain/audit_log/review_trail.hpp"
#include "domain/fan_out/received_rules.hpp"
#include "domain/frameworks/catalogue_store.hpp"
#include "domain/reviews/review_rules.hpp"
#include "domain/reviews/review_store.hpp"
#include "platform/postgres/errors.hpp"

namespace onereturn::reviews {
namespace {

Problem not_found() {
  return {ProblemCode::not_found, "not-found", "There is nothing to review here."};
}

Problem invalid(std::string field, std::string words) {
  Problem problem{ProblemCode::invalid, "validation", words, {}};
  problem.fields.push_back({std::move(field), std::move(words)});
  return problem;
}

// The review with this return alone, as the scope shows it.
std::optional<Review> find_named(postgres::SessionTx& tx, const ReviewId& review,
                                 const ReturnId& id) {
  for (auto& one : load_my_reviews(tx)) {
    if (one.review != review) continue;
    std::erase_if(one.returns, [&](const auto& each) { return each.return_id != id; });
    if (!one.returns.empty()) return std::move(one);
  }
  return std::nullopt;
}

Result<ReturnToReview> read_whole(postgres::SessionTx& tx, const ReviewId& review,
                                  const ReturnId& id) {
  auto named = find_named(tx, review, id);
  if (!named) return not_found();
  ReturnToReview whole;
  whole.reviewed = named->returns.front();
  whole.review = std::move(*named);
  whole.form = frameworks::load_template(tx, whole.reviewed.form);
  ENSURE(whole.form != nullptr, "a return's template is not in the catalogue");
  fan_out::ReturnHead head;
  head.board_id = tx.actor().party;
  head.id = id;
  head.version_no = whole.reviewed.version;
  whole.boxes = fan_out::boxes_of(fan_out::stored_boxes(tx, head), *whole.form);
  for (const auto& piece : fan_out::stored_evidence(tx, head)) {
    if (std::find(whole.evidence.begin(), whole.evidence.end(), piece.title) ==
        whole.evidence.end()) {
      whole.evidence.push_back(piece.title);
    }
  }
  whole.notes = load_my_notes(tx, review, id);
  return whole;
}

}  // namespace

std::vector<Review> my_reviews(postgres::SessionTx& tx, Date today) {
  enter_review(tx, today);
  return load_my_reviews(tx);
}

Result<ReturnToReview> read_to_review(postgres::SessionTx& tx, const ReviewId& review,
                                      const ReturnId& id, Date today) {
  enter_review(tx, today);
  return read_whole(tx, review, id);
}

Result<ReturnToReview> open_to_review(postgres::SessionTx& tx, const ReviewId& review,
                                      const ReturnId& id, Instant now) {
  enter_review(tx, day_in_england(now));
  auto whole = read_whole(tx, review, id);
  if (whole) audit_log::note_opened_in_review(tx, id, whole->reviewed.version, now);
  return whole;
}

Result<Done> note_on_item(postgres::SessionTx& tx, const NoteOnItem& asked) {
  enter_review(tx, day_in_england(asked.at));
  auto command = asked;
  const auto named = find_named(tx, command.review, command.return_id);
  if (!named) return not_found();
  const auto form = frameworks::load_template(tx, named->returns.front().form);
  ENSURE(form != nullptr, "a return's template is not in the catalogue");
  if (!command.item.empty() && item_of(*form, command.item) == nullptr) return not_found();
  if (named->returns.front().sent_at) {
    return Problem{ProblemCode::closed, "closed", "You have sent your notes to the board."};
  }
  command.comment = tidy_paragraph(command.comment);
  const auto length = count_characters(command.comment);
  if (!length || *length > paragraph_characters_max) {
    return invalid("comment", "Use 10,000 characters or fewer");
  }
  if (!is_grade(*form, command.grade)) return invalid("grade", "Choose one of the grades");
  if (command.after == 0 && command.comment.empty() && command.grade.empty()) {
    return invalid("comment", "Write a comment, or choose a grade");
  }
  try {
    insert_note(tx, command);
  } catch (const postgres::ConstraintViolated& violated) {
    if (violated.constraint() != "review_note_key") throw;
    return Problem{ProblemCode::conflict, "changed-meanwhile",
                   "You have saved another note on this item in another window."};
  }
  return Done{};
}

Result<Done> send_review(postgres::SessionTx& tx, const ReviewId& review, const ReturnId& id,
                         Instant at) {
  enter_review(tx, day_in_england(at));
  const auto named = find_named(tx, review, id);
  if (!named) return not_found();
  const auto& reviewed = named->returns.front();
  if (reviewed.noted == 0) {
    return Problem{ProblemCode::conflict, "conflict",
                   "Write at least one note before you send them."};
  }
  if (!mark_sent(tx, review, id, at)) {
    return Problem{ProblemCode::conflict, "conflict", "Your notes are with the board already."};
  }
  audit_log::record_in_review(
      tx, {"review.sent", "return", id.text(), std::to_string(reviewed.noted) + " notes", ""});
  return Done{};
}

}  // namespace onereturn::reviews
