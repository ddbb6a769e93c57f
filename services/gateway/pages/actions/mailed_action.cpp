#include "domain/actions/answer_by_mail.hpp"
#include "gateway/pages/actions/board_actions.hpp"
#include "gateway/pages/identity/signing_in.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/problems.hpp"
#include "gateway/services.hpp"
#include "gateway/views/typed_date.hpp"
#include "gateway/views/words.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {

namespace {

using actions::AskedByMail;
using html::Data;
using views::PageError;

struct TypedAnswer {
  std::string said, words;
  views::TypedDate by;
};

Result<AskedByMail> asked_in(RequestContext& context) {
  const auto hash = secret_hash(context.path("token"));
  const auto& address = context.request().remote_address;
  return context.auth_database().as_auth(
      [&](postgres::AuthTx& tx) { return actions::read_asked_by_mail(tx, hash, address); });
}

// What a link that opens nothing any more has to say for itself.
http::Response over_page(RequestContext& context, const AskedByMail& asked) {
  views::PlainForm form;
  if (asked.state == "answered") {
    form.title = "Thank you. It is said";
    form.lede = asked.board + " has what you wrote, or gets it in a moment.";
    form.paragraphs = {
        "This link worked once and is used up. If there is more to say, wait for the next mail, or "
        "write to the board's office."};
  } else if (asked.state == "old") {
    form.title = "This link is too old";
    form.lede = "It was good for 14 days.";
    form.paragraphs = {"If " + asked.board + " still wants to know, it sends another mail."};
  } else {
    form.title = "Nothing is asked any more";
    form.lede = asked.board + " has sent a newer mail about this, or knows already.";
    form.paragraphs = {"If you have a newer mail, use the link in that one."};
  }
  return ask(context, form);
}

http::Response asking_page(RequestContext& context, const AskedByMail& asked,
                           const TypedAnswer& typed, const std::vector<PageError>& errors,
                           int status) {
  return framed(
      context, "pages/mailed_action",
      Data::object()
          .set("title", asked.title)
          .set("title_error", !errors.empty())
          .set("error_summary", views::error_summary(errors))
          .set("board", asked.board)
          .set("contact", asked.contact)
          .set("due", asked.due_on ? Data("To be done by " + to_words(*asked.due_on)) : Data())
          .set("action", "/action/" + context.path("token"))
          .set("is_done", typed.said == "done")
          .set("not_yet", typed.said == "not_yet")
          .set("said_error", views::error_of(errors, "said"))
          .set("words", typed.words)
          .set("words_error", views::error_of(errors, "words"))
          .set("by", Data::object()
                         .set("id", "new")
                         .set("legend", "If not yet: when do you expect it?")
                         .set("day", typed.by.day)
                         .set("month", typed.by.month)
                         .set("year", typed.by.year)
                         .set("error", views::error_of(errors, "new"))),
      {}, status);
}

http::Response no_link(RequestContext& context, const Problem& problem) {
  if (problem.code == ProblemCode::not_found) return link_is_over(context, "/", "OneReturn");
  return refuse(context, problem);
}

// Opening the address uses nothing up: programs that look into mail open addresses.
http::Response show_mailed_action(RequestContext& context) {
  const auto asked = asked_in(context);
  if (!asked) return no_link(context, asked.problem());
  if (asked->state != "open") return over_page(context, *asked);
  return asking_page(context, *asked, {}, {}, 200);
}

http::Response answer_mailed_action(RequestContext& context) {
  const auto asked = asked_in(context);
  if (!asked) return no_link(context, asked.problem());
  if (asked->state != "open") return over_page(context, *asked);
  const TypedAnswer typed{context.field("said"), context.field("words"),
                          views::typed_date(context.request().form, "new")};
  const auto day = views::read_date(typed.by);
  if (!day.error.empty() && typed.said != "done") {
    return asking_page(context, *asked, typed, {{"new", day.error}}, 422);
  }
  const auto hash = secret_hash(context.path("token"));
  const auto& address = context.request().remote_address;
  const auto done = context.auth_database().as_auth([&](postgres::AuthTx& tx) {
    return actions::answer_by_mail(tx, hash, address,
                                   {typed.said, typed.words, day.date, context.now()});
  });
  if (!done && done.problem().code == ProblemCode::invalid) {
    return asking_page(context, *asked, typed, errors_of(done.problem(), "said"), 422);
  }
  if (!done && done.problem().code != ProblemCode::conflict) {
    return refuse(context, done.problem());
  }
  if (done) context.services().wake.ring("take_action_answer");
  return http::Response::see_other("/action/" + context.path("token"));
}

}  // namespace

std::vector<Route> mailed_action_routes() {
  using http::Verb;
  return {{Verb::get, "/action/{token}", anyone(), show_mailed_action},
          {Verb::post, "/action/{token}", anyone(), answer_mailed_action}};
}

}  // namespace onereturn::gateway::pages
