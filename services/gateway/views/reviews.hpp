#pragma once

#include <string>
#include <utility>
#include <vector>

#include "domain/fan_out/fan_out.hpp"
#include "domain/reviews/review.hpp"
#include "gateway/views/listing.hpp"
#include "gateway/views/typed_date.hpp"
#include "gateway/views/words.hpp"
#include "platform/html/data.hpp"

// Reviews by members of a board: the board's side and the member's.
namespace onereturn::gateway::views {

// pages/peer_reviews: whom the board has invited to look at what, as a list.
ListShape peer_reviews_shape();
html::Data peer_reviews_page(const std::vector<reviews::Review>& reviews, Date today,
                             ListAsked asked, bool may_invite);

// The invitation as it was typed.
struct TypedInvitation {
  std::string review;  // its number, made with the form
  std::string person, home, words;
  TypedDate from, until;
  std::vector<std::string> returns;
  std::vector<PageError> errors;
};
// pages/peer_review_invite
html::Data invite_reviewer_page(const std::vector<reviews::PossibleReviewer>& people,
                                const std::vector<fan_out::ReceivedReturn>& returns,
                                const TypedInvitation& typed);

// pages/peer_review: one review, and the notes that were sent.
html::Data peer_review_page(const reviews::Review& review,
                            const std::vector<reviews::SentNotes>& sent, Date today, bool may_end,
                            const std::string& saved);

// pages/reviews: what a member may review today.
html::Data my_reviews_page(const std::vector<reviews::Review>& reviews, const std::string& board);

// A note that was refused, as it was typed.
struct TypedNote {
  bool any = false;
  std::string item, grade, comment;
  int after = 0;
  std::vector<PageError> errors;
};
// pages/review_return: the return to read, with the member's own notes.
html::Data review_return_page(const reviews::ReturnToReview& whole, const TypedNote& typed,
                              const std::string& saved);

}  // namespace onereturn::gateway::views
