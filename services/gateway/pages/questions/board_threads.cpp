#include "domain/frameworks/catalogue_store.hpp"
#include "domain/identity/export_right.hpp"
#include "domain/questions/converse.hpp"
#include "domain/questions/question_rules.hpp"
#include "domain/questions/thread_store.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/pages/questions/questions_pages.hpp"
#include "gateway/pages/questions/thread_support.hpp"
#include "gateway/problems.hpp"
#include "gateway/services.hpp"
#include "gateway/views/questions.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {
namespace {

using questions::ThreadId;

constexpr const char* place = "/questions";

http::Response thread_again(RequestContext& context, const ThreadId& id, views::TypedMessage typed,
                            int status) {
  views::ThreadPage page;
  page.may_write = questions::may_answer(context.session().role);
  const auto read = context.database().as_board(
      context.token(), [&](postgres::BoardTx& tx) -> Result<questions::ThreadWithMessages> {
        auto found = questions::read_thread(tx, id);
        if (!found) return found;
        page.place = place_of(tx, found->thread);
        if (page.may_write) page.colleagues = questions::colleagues(tx);
        return found;
      });
  if (!read) return refuse(context, read.problem());
  page.read = &*read;
  page.reader = questions::Side::board;
  page.typed = std::move(typed);
  page.saved_note = thread_note(context);
  return framed(context, "pages/thread", views::thread_page(page), place, status);
}

// The page that begins one. Nothing for a request that is not open, or an item that is not asked.
Result<views::BeginPage> begin_of(RequestContext& context, const std::string& about) {
  const auto slash = about.find('/');
  const auto request = RequestId::parse(std::string_view(about).substr(0, slash));
  const Problem none{ProblemCode::not_found, "not-found", "", {}};
  if (!request) return none;
  const auto item = slash == std::string::npos ? std::string() : about.substr(slash + 1);
  return context.database().as_board(
      context.token(), [&](postgres::BoardTx& tx) -> Result<views::BeginPage> {
        const auto asked = questions::find_asked(tx, *request);
        if (!asked) return none;
        const auto form = frameworks::load_template(tx, asked->form);
        if (form == nullptr || (!item.empty() && questions::item_of(*form, item) == nullptr)) {
          return none;
        }
        views::BeginPage page;
        page.choices = {
            {request->text() + "/" + item, "", "", questions::place_words(*form, item)}};
        page.about = page.choices.front().value;
        page.title = "Ask " + asked->organisation;
        page.lede = asked->audit;
        page.action = "/threads";
        page.back_href = place;
        page.back_text = "Questions";
        return page;
      });
}

}  // namespace

namespace {

struct Inbox {
  std::vector<views::PlacedThread> threads;
  bool may_export = false;
};

Result<Inbox> read_inbox(RequestContext& context, const views::ListAsked& asked, bool exported) {
  return context.database().as_board(context.token(), [&](postgres::BoardTx& tx) -> Result<Inbox> {
    if (exported) {
      if (const auto refused = identity::refuse_export(tx)) return *refused;
    }
    Inbox inbox{placed(tx, questions::list_threads(tx)), exported || identity::may_export(tx)};
    if (exported) {
      identity::note_export(
          tx, {"questions.exported", "questions", ""},
          views::inbox_rows(inbox.threads, asked, context.session().person).size());
    }
    return inbox;
  });
}

}  // namespace

http::Response show_questions(RequestContext& context) {
  const auto asked = views::list_asked(context.request().query, views::inbox_shape());
  const auto inbox = read_inbox(context, asked, false);
  if (!inbox) return refuse(context, inbox.problem());
  return framed(
      context, "pages/questions",
      views::inbox_page(inbox->threads, asked, context.session().person, inbox->may_export), place);
}

http::Response export_questions(RequestContext& context) {
  const auto asked = views::list_asked(context.request().query, views::inbox_shape());
  const auto inbox = read_inbox(context, asked, true);
  if (!inbox) return refuse(context, inbox.problem());
  return views::csv_file("questions", views::inbox_headings(),
                         views::inbox_rows(inbox->threads, asked, context.session().person));
}

http::Response show_ask_agency(RequestContext& context) {
  const auto& query = context.request().query;
  auto page = begin_of(context, query.get("request") + "/" + query.get("item"));
  if (!page) return refuse(context, page.problem());
  page->thread = ThreadId::random().text();
  page->message = questions::MessageId::random().text();
  return framed(context, "pages/begin_question", views::begin_page(*page), place);
}

http::Response ask_agency(RequestContext& context) {
  const auto about = context.field("about");
  auto page = begin_of(context, about);
  if (!page) return refuse(context, page.problem());
  const auto thread = ThreadId::parse(context.field("thread"));
  const auto message = questions::MessageId::parse(context.field("message"));
  const auto request = RequestId::parse(std::string_view(about).substr(0, about.find('/')));
  if (!thread || !message || !request) return not_found(context);
  const auto slash = about.find('/');
  const questions::BeginThread command{*thread, *message, *request,
                                       slash == std::string::npos ? "" : about.substr(slash + 1),
                                       context.field("words")};
  const auto begun = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return questions::begin_thread(tx, command, context.now());
  });
  if (begun) {
    context.services().wake.ring("tell_of_answer");
    return http::Response::see_other("/threads/" + begun->id.text() + "?saved=asked");
  }
  if (begun.problem().code != ProblemCode::invalid) return refuse(context, begun.problem());
  page->words = command.words;
  page->thread = thread->text();
  page->message = message->text();
  page->errors = errors_in(begun.problem());
  return framed(context, "pages/begin_question", views::begin_page(*page), place, 422);
}

http::Response show_thread(RequestContext& context) {
  const auto id = ThreadId::parse(context.path("thread"));
  if (!id) return not_found(context);
  views::TypedMessage fresh;
  fresh.number = questions::MessageId::random().text();
  return thread_again(context, *id, std::move(fresh), 200);
}

http::Response write_to_agency(RequestContext& context) {
  const auto command = write_in(context);
  if (!command) return not_found(context);
  const auto done = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return questions::write_message(tx, *command, context.now());
  });
  if (done) {
    context.services().wake.ring("tell_of_answer");
    return http::Response::see_other("/threads/" + command->thread.text() +
                                     "?saved=" + (command->closes ? "closed" : "written"));
  }
  auto typed = typed_again(context, done.problem());
  if (!typed) return refuse(context, done.problem());
  const int status = typed->overtaken ? 409 : 422;
  return thread_again(context, command->thread, std::move(*typed), status);
}

http::Response assign_thread(RequestContext& context) {
  const auto id = ThreadId::parse(context.path("thread"));
  const auto chosen = context.field("person");
  const auto person = PersonId::parse(chosen);
  if (!id || (!chosen.empty() && !person)) return not_found(context);
  const auto done = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return questions::assign_thread(tx, *id, person);
  });
  if (!done) return refuse(context, done.problem());
  return http::Response::see_other("/threads/" + id->text() + "?saved=given");
}

}  // namespace onereturn::gateway::pages
