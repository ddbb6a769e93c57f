#include <charconv>

#include "domain/reviews/review_return.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/pages/reviews/review_pages.hpp"
#include "gateway/problems.hpp"
#include "gateway/views/reviews.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {
namespace {

using reviews::ReviewId;

constexpr const char* place = "/reviews";

struct Place {
  ReviewId review;
  ReturnId id;

  std::string path() const { return "/reviews/" + review.text() + "/" + id.text(); }
};

std::optional<Place> place_in_path(const RequestContext& context) {
  auto review = ReviewId::parse(context.path("review"));
  auto id = ReturnId::parse(context.path("return"));
  if (!review || !id) return std::nullopt;
  return Place{std::move(*review), std::move(*id)};
}

int version_in(const std::string& text) {
  int version = 0;
  std::from_chars(text.data(), text.data() + text.size(), version);
  return version < 0 ? 0 : version;
}

http::Response page_of(RequestContext& context, const reviews::ReturnToReview& whole,
                       const views::TypedNote& typed, int status) {
  const auto saved = context.request().query.get("saved");
  const std::string note = saved == "note"   ? "Your note is kept. Only you see it so far."
                           : saved == "sent" ? "Sent. The board reads your notes now."
                                             : "";
  return framed(context, "pages/review_return", views::review_return_page(whole, typed, note),
                place, status);
}

}  // namespace

http::Response show_my_reviews(RequestContext& context) {
  const auto all = context.database().as_session(
      context.token(), [&](postgres::SessionTx& tx) -> Result<std::vector<reviews::Review>> {
        return reviews::my_reviews(tx, day_in_england(context.now()));
      });
  if (!all) return refuse(context, all.problem());
  return framed(context, "pages/reviews",
                views::my_reviews_page(*all, context.session().party_name), place);
}

http::Response show_review_return(RequestContext& context) {
  const auto where = place_in_path(context);
  if (!where) return not_found(context);
  const auto whole = context.database().as_session(context.token(), [&](postgres::SessionTx& tx) {
    return reviews::open_to_review(tx, where->review, where->id, context.now());
  });
  return whole ? page_of(context, *whole, {}, 200) : refuse(context, whole.problem());
}

http::Response note_on_return(RequestContext& context) {
  const auto where = place_in_path(context);
  if (!where) return not_found(context);
  views::TypedNote typed{true,
                         context.field("item"),
                         context.field("grade"),
                         context.field("comment"),
                         version_in(context.field("after")),
                         {}};
  const auto done = context.database().as_session(context.token(), [&](postgres::SessionTx& tx) {
    return reviews::note_on_item(tx, {where->review, where->id, typed.item, typed.after,
                                      typed.grade, typed.comment, context.now()});
  });
  const auto id = typed.item.empty() ? std::string("whole") : views::as_id(typed.item);
  if (done) {
    const auto anchor = typed.item.empty() ? std::string() : "#item-" + id;
    return http::Response::see_other(where->path() + "?saved=note" + anchor);
  }
  const auto& problem = done.problem();
  const bool overtaken =
      problem.code == ProblemCode::conflict || problem.code == ProblemCode::closed;
  if (problem.code != ProblemCode::invalid && !overtaken) return refuse(context, problem);
  const auto whole = context.database().as_session(context.token(), [&](postgres::SessionTx& tx) {
    return reviews::read_to_review(tx, where->review, where->id, day_in_england(context.now()));
  });
  if (!whole) return refuse(context, whole.problem());
  if (overtaken) {
    typed.errors.push_back({"comment-" + id, problem.detail + " What you wrote is still here."});
    for (const auto& note : whole->notes) {
      if (note.item == typed.item) typed.after = note.version;
    }
  }
  for (const auto& field : problem.fields) {
    typed.errors.push_back({field.field + "-" + id, field.message});
  }
  return page_of(context, *whole, typed, overtaken ? 409 : 422);
}

http::Response send_my_review(RequestContext& context) {
  const auto where = place_in_path(context);
  if (!where) return not_found(context);
  const auto done = context.database().as_session(context.token(), [&](postgres::SessionTx& tx) {
    return reviews::send_review(tx, where->review, where->id, context.now());
  });
  if (!done) return refuse(context, done.problem());
  return http::Response::see_other(where->path() + "?saved=sent");
}

}  // namespace onereturn::gateway::pages
