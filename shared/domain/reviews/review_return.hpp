#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/reviews/review.hpp"
#include "platform/postgres/transaction.hpp"

// The member's side of reviews. Each use case first enters the scope of the member's reviews on
// that day of business (identity.enter_review); whoever reviews nothing that day sees nothing.
namespace onereturn::reviews {

// What this member may review today, and what was sent of it.
std::vector<Review> my_reviews(postgres::SessionTx& tx, Date today);

// A named return, which the trail says was opened. Refuses with not_found for any other.
Result<ReturnToReview> open_to_review(postgres::SessionTx& tx, const ReviewId& review,
                                      const ReturnId& id, Instant now);
// The same without an opening: what was typed is shown again.
Result<ReturnToReview> read_to_review(postgres::SessionTx& tx, const ReviewId& review,
                                      const ReturnId& id, Date today);

struct NoteOnItem {
  ReviewId review;
  ReturnId return_id;
  std::string item;   // "" for the whole return
  int after = 0;      // the version of the note that was on the page, 0 for none
  std::string grade;  // "" for none
  std::string comment;
  Instant at;
};
// Refuses with not_found for another return or item; with invalid (grade, comment); with closed
// once the notes are sent; with conflict when the note was changed elsewhere meanwhile.
Result<Done> note_on_item(postgres::SessionTx& tx, const NoteOnItem& command);

// The board reads the notes from now on, and none is added. Refuses with not_found; with conflict
// when they were sent, or there is none.
Result<Done> send_review(postgres::SessionTx& tx, const ReviewId& review, const ReturnId& id,
                         Instant at);

}  // namespace onereturn::reviews
