#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/reviews/invite_to_review.hpp"
#include "domain/reviews/review_return.hpp"
#include "platform/postgres/transaction.hpp"

// The door to reviews: the board's rows, and what a member's scope shows of them.
namespace onereturn::reviews {

struct ReturnForReview {
  std::string organisation;
  bool own = false;  // of the organisation that the member comes from
};
// Those of the named returns that are here.
std::vector<ReturnForReview> returns_for_review(postgres::BoardTx& tx,
                                                const InviteToReview& command);
std::vector<PossibleReviewer> load_possible_reviewers(postgres::BoardTx& tx);
// False when this very review stands already.
bool insert_review(postgres::BoardTx& tx, const InviteToReview& command);
// Mails the member from when until when; not what there is to review.
void tell_reviewer(postgres::BoardTx& tx, const PersonId& person, Date from_on, Date until_on);
std::vector<Review> load_reviews(postgres::BoardTx& tx, const std::optional<ReviewId>& one);
// False when it has ended.
bool mark_ended(postgres::BoardTx& tx, const ReviewId& review, Instant at);
std::map<ReviewId, std::vector<ReviewNote>> load_notes_on_return(postgres::BoardTx& tx,
                                                                 const ReturnId& id);
std::map<ReturnId, std::vector<ReviewNote>> load_notes_of_review(postgres::BoardTx& tx,
                                                                 const ReviewId& review);

// From here on the transaction shows what this member may review on that day.
void enter_review(postgres::SessionTx& tx, Date day);
std::vector<Review> load_my_reviews(postgres::SessionTx& tx);
std::vector<ReviewNote> load_my_notes(postgres::SessionTx& tx, const ReviewId& review,
                                      const ReturnId& id);
// Throws ConstraintViolated when there is such a version.
void insert_note(postgres::SessionTx& tx, const NoteOnItem& command);
// False when it was sent before.
bool mark_sent(postgres::SessionTx& tx, const ReviewId& review, const ReturnId& id, Instant at);

}  // namespace onereturn::reviews
