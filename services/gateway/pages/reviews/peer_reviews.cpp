#include <algorithm>

#include "domain/fan_out/list_received_returns.hpp"
#include "domain/reviews/invite_to_review.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/pages/reviews/review_pages.hpp"
#include "gateway/problems.hpp"
#include "gateway/views/reviews.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {
namespace {

using reviews::ReviewId;
using views::TypedInvitation;

constexpr const char* place = "/returns";
constexpr const char* list_path = "/peer-reviews";

TypedInvitation typed_invitation(const RequestContext& context) {
  const auto& form = context.request().form;
  TypedInvitation typed;
  typed.review = form.get("review");
  typed.person = form.get("person");
  typed.home = form.get("home");
  typed.words = form.get("words");
  typed.from = views::typed_date(form, "from");
  typed.until = views::typed_date(form, "until");
  typed.returns = form.all("returns");
  return typed;
}

http::Response invitation_page(RequestContext& context, TypedInvitation typed, int status) {
  if (!ReviewId::parse(typed.review)) typed.review = ReviewId::random().text();
  std::vector<reviews::PossibleReviewer> people;
  const auto returns = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    people = reviews::possible_reviewers(tx);
    return fan_out::list_received_returns(tx);
  });
  if (!returns) return refuse(context, returns.problem());
  return framed(context, "pages/peer_review_invite",
                views::invite_reviewer_page(people, *returns, typed), place, status);
}

// A day, or its fault among the errors.
std::optional<Date> day_of(const views::TypedDate& typed, const char* field,
                           std::vector<views::PageError>& errors) {
  const auto read = views::read_date(typed);
  if (!read.error.empty()) errors.push_back({field, read.error});
  return read.date;
}

reviews::InviteToReview command_of(TypedInvitation& typed, const ReviewId& review, Instant at) {
  reviews::InviteToReview command;
  command.review = review;
  command.person = PersonId::parse(typed.person).value_or(PersonId{});
  command.home = typed.home;
  command.words = typed.words;
  command.from_on = day_of(typed.from, "from", typed.errors);
  command.until_on = day_of(typed.until, "until", typed.errors);
  command.at = at;
  for (const auto& text : typed.returns) {
    if (auto id = ReturnId::parse(text)) command.returns.push_back(std::move(*id));
  }
  return command;
}

// What the calendar says of a field stands for what the rules say of it.
void add_rules(std::vector<views::PageError>& errors, const Problem& problem) {
  for (const auto& field : problem.fields) {
    const bool told = std::any_of(errors.begin(), errors.end(),
                                  [&](const auto& error) { return error.field == field.field; });
    if (!told) errors.push_back({field.field, field.message});
  }
}

struct WholeReview {
  reviews::Review review;
  std::vector<reviews::SentNotes> sent;
};

}  // namespace

http::Response show_peer_reviews(RequestContext& context) {
  const auto all = context.database().as_board(
      context.token(), [](postgres::BoardTx& tx) -> Result<std::vector<reviews::Review>> {
        return reviews::list_reviews(tx);
      });
  if (!all) return refuse(context, all.problem());
  return framed(context, "pages/peer_reviews",
                views::peer_reviews_page(
                    *all, day_in_england(context.now()),
                    views::list_asked(context.request().query, views::peer_reviews_shape()),
                    context.session().role == "manager"),
                place);
}

http::Response show_review_invitation(RequestContext& context) {
  TypedInvitation typed;
  typed.from = views::typed_date(day_in_england(context.now()));
  typed.returns = {context.request().query.get("return")};
  return invitation_page(context, std::move(typed), 200);
}

http::Response invite_reviewer(RequestContext& context) {
  auto typed = typed_invitation(context);
  const auto review = ReviewId::parse(typed.review).value_or(ReviewId::random());
  const auto command = command_of(typed, review, context.now());
  const auto invited =
      context.database().as_board(context.token(), [&](postgres::BoardTx& tx) -> Result<ReviewId> {
        auto done = reviews::invite_to_review(tx, command);
        // A day that does not exist is none for the rules.
        if (done && !typed.errors.empty()) return Problem{ProblemCode::invalid, "validation", ""};
        return done;
      });
  if (invited) return http::Response::see_other(list_path + ("/" + invited->text()));
  if (invited.problem().code != ProblemCode::invalid) return refuse(context, invited.problem());
  add_rules(typed.errors, invited.problem());
  return invitation_page(context, std::move(typed), 422);
}

http::Response show_peer_review(RequestContext& context) {
  const auto id = ReviewId::parse(context.path("review"));
  if (!id) return not_found(context);
  const auto whole = context.database().as_board(
      context.token(), [&](postgres::BoardTx& tx) -> Result<WholeReview> {
        auto review = reviews::read_review(tx, *id);
        if (!review) return review.problem();
        auto sent = reviews::sent_notes(tx, *review);
        return WholeReview{std::move(*review), std::move(sent)};
      });
  if (!whole) return refuse(context, whole.problem());
  const auto saved = context.request().query.get("saved") == "ended"
                         ? std::string("Ended. The member sees nothing any more.")
                         : std::string();
  return framed(context, "pages/peer_review",
                views::peer_review_page(whole->review, whole->sent, day_in_england(context.now()),
                                        context.session().role == "manager", saved),
                place);
}

http::Response end_peer_review(RequestContext& context) {
  const auto id = ReviewId::parse(context.path("review"));
  if (!id) return not_found(context);
  const auto done = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return reviews::end_review(tx, *id, context.now());
  });
  if (!done) return refuse(context, done.problem());
  return http::Response::see_other(list_path + ("/" + id->text()) + "?saved=ended");
}

}  // namespace onereturn::gateway::pages
