#include <algorithm>

#include "domain/frameworks/catalogue_store.hpp"
#include "domain/identity/roles.hpp"
#include "domain/questions/converse.hpp"
#include "domain/questions/question_rules.hpp"
#include "domain/questions/thread_store.hpp"
#include "domain/returns/question_view.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/pages/questions/asked_beside.hpp"
#include "gateway/pages/questions/questions_pages.hpp"
#include "gateway/pages/questions/thread_support.hpp"
#include "gateway/problems.hpp"
#include "gateway/services.hpp"
#include "gateway/views/questions.hpp"
#include "platform/html/href.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {
namespace {

using questions::ThreadId;

constexpr const char* place = "/asked";

// What can be asked about: the items that the common question touches, one board's section, or one
// item; the whole return where the address names a request alone.
std::vector<views::AskChoice> choices_of(const returns::Workspace& workspace,
                                         const std::string& from) {
  std::vector<views::AskChoice> choices;
  const auto add = [&](const returns::Engaged& board, const frameworks::Item& item) {
    choices.push_back({board.request.text() + "/" + item.code, board.board.area, board.board.mark,
                       questions::place_words(*board.form, item.code)});
  };
  const auto whole = [&](const returns::Engaged& board) {
    choices.push_back({board.request.text() + "/", board.board.area, board.board.mark,
                       "Something else about this return"});
  };
  const auto view = returns::question_view(workspace, from);
  if (view) {
    for (const auto& one : places_of(workspace, *view))
      add(*one.board, *one.item);
    return choices;
  }
  for (const auto& board : workspace.boards) {
    for (const auto& section : board.form->sections) {
      if (section.code != from) continue;
      for (const auto& item : section.items)
        add(board, item);
    }
  }
  for (const auto& board : workspace.boards)
    whole(board);
  return choices;
}

std::string back_of(const returns::Workspace& workspace, const std::string& from) {
  const auto query = views::unit_query(workspace);
  if (from.empty()) return place;
  const bool own = workspace.way == mapping::Way::own_form;
  return (own ? "/form/" : "/questions/") + html::url_encoded(from) + query;
}

views::BeginPage begin_of(const returns::Workspace& workspace, const std::string& from) {
  views::BeginPage page;
  page.choices = choices_of(workspace, from);
  page.title = "Ask a board";
  page.lede = "One board reads this, and answers you. No other board sees it.";
  page.action = "/asked" + views::unit_query(workspace);
  page.back_href = back_of(workspace, from);
  page.back_text = from.empty() ? "Questions to boards" : "Back to what you were writing";
  page.from = from;
  return page;
}

http::Response thread_again(RequestContext& context, const ThreadId& id, views::TypedMessage typed,
                            int status) {
  std::string words;
  const auto read = context.database().as_agency(
      context.token(), [&](postgres::AgencyTx& tx) -> Result<questions::ThreadWithMessages> {
        auto found = questions::read_thread(tx, id);
        if (found) words = place_of(tx, found->thread);
        return found;
      });
  if (!read) return refuse(context, read.problem());
  views::ThreadPage page;
  page.read = &*read;
  page.place = words;
  page.reader = questions::Side::agency;
  page.may_write = identity::may_read(context.session().role);
  page.typed = std::move(typed);
  page.saved_note = thread_note(context);
  return framed(context, "pages/thread", views::thread_page(page), place, status);
}

}  // namespace

http::Response show_asked_boards(RequestContext& context) {
  std::vector<views::PlacedThread> threads;
  const auto done =
      context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) -> Result<Done> {
        threads = placed(tx, questions::list_threads(tx));
        return Done{};
      });
  if (!done) return refuse(context, done.problem());
  return framed(context, "pages/asked_boards", views::asked_page(threads, thread_note(context)),
                place);
}

http::Response show_ask_board(RequestContext& context) {
  const auto workspace = load_workspace(context);
  if (!workspace) return refuse(context, workspace.problem());
  auto page = begin_of(*workspace, context.request().query.get("from"));
  page.thread = ThreadId::random().text();
  page.message = questions::MessageId::random().text();
  return framed(context, "pages/begin_question", views::begin_page(page), place);
}

http::Response ask_board(RequestContext& context) {
  const auto workspace = load_workspace(context);
  if (!workspace) return refuse(context, workspace.problem());
  auto page = begin_of(*workspace, context.field("from"));
  page.about = context.field("about");
  page.words = context.field("words");
  page.thread = context.field("thread");
  page.message = context.field("message");
  const auto thread = ThreadId::parse(page.thread);
  const auto message = questions::MessageId::parse(page.message);
  const auto slash = page.about.find('/');
  const auto request = RequestId::parse(std::string_view(page.about).substr(0, slash));
  if (!thread || !message) return not_found(context);
  const auto again = [&] {
    return framed(context, "pages/begin_question", views::begin_page(page), place, 422);
  };
  if (!request || slash == std::string::npos) {
    page.errors.push_back({"about-0", "Choose what it is about"});
    return again();
  }
  const questions::BeginThread command{*thread, *message, *request, page.about.substr(slash + 1),
                                       page.words};
  const auto begun = context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
    return questions::begin_thread(tx, command, context.now());
  });
  if (!begun) {
    if (begun.problem().code != ProblemCode::invalid) return refuse(context, begun.problem());
    page.errors = errors_in(begun.problem());
    return again();
  }
  context.services().wake.ring("tell_of_answer");
  return http::Response::see_other("/asked/" + begun->id.text() + "?saved=asked");
}

http::Response show_asked_thread(RequestContext& context) {
  const auto id = ThreadId::parse(context.path("thread"));
  if (!id) return not_found(context);
  views::TypedMessage fresh;
  fresh.number = questions::MessageId::random().text();
  return thread_again(context, *id, std::move(fresh), 200);
}

http::Response write_to_board(RequestContext& context) {
  const auto command = write_in(context);
  if (!command) return not_found(context);
  const auto done = context.database().as_agency(context.token(), [&](postgres::AgencyTx& tx) {
    return questions::write_message(tx, *command, context.now());
  });
  if (done) {
    context.services().wake.ring("tell_of_answer");
    return http::Response::see_other("/asked/" + command->thread.text() +
                                     "?saved=" + (command->closes ? "closed" : "written"));
  }
  auto typed = typed_again(context, done.problem());
  if (!typed) return refuse(context, done.problem());
  const int status = typed->overtaken ? 409 : 422;
  return thread_again(context, command->thread, std::move(*typed), status);
}

}  // namespace onereturn::gateway::pages
