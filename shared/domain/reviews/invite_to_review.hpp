#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/reviews/review.hpp"
#include "platform/postgres/transaction.hpp"

// The board's side of reviews. Inviting and ending are the manager's: forbidden for anybody else.
namespace onereturn::reviews {

// The review's own id comes with the form, so that a button pressed twice invites once.
struct InviteToReview {
  ReviewId review;
  PersonId person;
  std::string home;  // the organisation that the member comes from
  std::string words;
  std::optional<Date> from_on;
  std::optional<Date> until_on;
  std::vector<ReturnId> returns;
  Instant at;
};
// Refuses with invalid (person, home, words, from, until, returns): nobody who reviews for this
// board, days that cannot be, no return, a return that is not here, or one of the member's own
// organisation, as named or as the member acts for it.
Result<ReviewId> invite_to_review(postgres::BoardTx& tx, const InviteToReview& command);

// At once, also in sessions that are open. Refuses with not_found; conflict when it has ended.
Result<Done> end_review(postgres::BoardTx& tx, const ReviewId& review, Instant at);

std::vector<PossibleReviewer> possible_reviewers(postgres::BoardTx& tx);
// The newest first.
std::vector<Review> list_reviews(postgres::BoardTx& tx);
Result<Review> read_review(postgres::BoardTx& tx, const ReviewId& review);
// What the members who have sent their notes on this return say, the newest first.
std::vector<std::pair<Review, SentNotes>> notes_on_return(postgres::BoardTx& tx,
                                                          const ReturnId& id);
// The notes of one review, of the returns that were sent.
std::vector<SentNotes> sent_notes(postgres::BoardTx& tx, const Review& review);

}  // namespace onereturn::reviews
