#include "domain/frameworks/catalogue_store.hpp"
#include "domain/identity/export_right.hpp"
#include "domain/questions/converse.hpp"
#include "domain/questions/guidance_store.hpp"
#include "domain/questions/publish_guidance.hpp"
#include "domain/questions/question_rules.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/pages/questions/questions_pages.hpp"
#include "gateway/pages/questions/thread_support.hpp"
#include "gateway/problems.hpp"
#include "gateway/views/guidance.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {
namespace {

using questions::GuidanceId;
using questions::ThreadId;

constexpr const char* place = "/questions";

int number_in(const RequestContext& context, const char* field) {
  const auto text = context.field(field);
  int number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9' || number > 100000) return 0;
    number = number * 10 + (c - '0');
  }
  return number;
}

std::string item_words(postgres::Transaction& tx, const questions::Guidance& guidance) {
  const auto form = frameworks::load_template(tx, guidance.form);
  return form == nullptr ? guidance.item : questions::place_words(*form, guidance.item);
}

// What the answer was, as a first draft of the words for everybody.
struct Draft {
  std::string place;
  std::string organisation;
  std::string question;
  std::string answer;
};

Result<Draft> draft_of(RequestContext& context, const ThreadId& id) {
  return context.database().as_board(context.token(), [&](postgres::BoardTx& tx) -> Result<Draft> {
    const auto read = questions::read_thread(tx, id);
    if (!read) return read.problem();
    if (read->thread.item.empty()) {
      return Problem{ProblemCode::not_found, "not-found", "It is about no single item.", {}};
    }
    Draft draft;
    draft.place = place_of(tx, read->thread);
    draft.organisation = read->thread.organisation;
    for (const auto& message : read->messages) {
      if (message.side == questions::Side::board && !message.words.empty())
        draft.answer = message.words;
    }
    return draft;
  });
}

http::Response publish_page(RequestContext& context, views::PublishPage page, int status = 200) {
  return framed(context, "pages/publish_guidance", views::publish_page(page), place, status);
}

http::Response one_page(RequestContext& context, const GuidanceId& id,
                        const std::optional<views::TypedGuidance>& typed, int status) {
  views::GuidancePage page;
  const auto done =
      context.database().as_board(context.token(), [&](postgres::BoardTx& tx) -> Result<Done> {
        page.versions = questions::versions_of(tx, id);
        if (page.versions.empty()) {
          return Problem{ProblemCode::not_found, "not-found", "There is no such guidance.", {}};
        }
        const auto& newest = page.versions.front();
        const auto form = frameworks::load_template(tx, newest.form);
        page.form = form == nullptr ? std::string{} : form->name;
        page.place = form == nullptr ? newest.item : questions::place_words(*form, newest.item);
        return Done{};
      });
  if (!done) return refuse(context, done.problem());
  page.may_write = questions::may_answer(context.session().role);
  page.typed = typed.value_or(views::TypedGuidance{
      page.versions.front().question, page.versions.front().answer, false, {}});
  page.saved_note = thread_note(context);
  return framed(context, "pages/guidance", views::guidance_page(page), place, status);
}

struct GuidanceFound {
  std::vector<views::PlacedGuidance> all;
  bool may_export = false;
};

Result<GuidanceFound> read_guidance(RequestContext& context, const views::ListAsked& asked,
                                    bool exported) {
  return context.database().as_board(
      context.token(), [&](postgres::BoardTx& tx) -> Result<GuidanceFound> {
        if (exported) {
          if (const auto refused = identity::refuse_export(tx)) return *refused;
        }
        GuidanceFound found;
        for (auto& one : questions::list_guidance(tx)) {
          auto words = item_words(tx, one);
          found.all.emplace_back(std::move(one), std::move(words));
        }
        found.may_export = exported || identity::may_export(tx);
        if (exported) {
          identity::note_export(tx, {"guidance.exported", "guidance", ""},
                                views::guidance_rows(found.all, asked).size());
        }
        return found;
      });
}

}  // namespace

http::Response show_guidance_list(RequestContext& context) {
  const auto asked = views::list_asked(context.request().query, views::guidance_shape());
  const auto found = read_guidance(context, asked, false);
  if (!found) return refuse(context, found.problem());
  return framed(context, "pages/guidance_list",
                views::guidance_list(found->all, asked, found->may_export), place);
}

http::Response export_guidance(RequestContext& context) {
  const auto asked = views::list_asked(context.request().query, views::guidance_shape());
  const auto found = read_guidance(context, asked, true);
  if (!found) return refuse(context, found.problem());
  return views::csv_file("guidance", views::guidance_headings(),
                         views::guidance_rows(found->all, asked));
}

http::Response show_publish_guidance(RequestContext& context) {
  const auto thread = ThreadId::parse(context.request().query.get("thread"));
  if (!thread) return not_found(context);
  const auto draft = draft_of(context, *thread);
  if (!draft) return refuse(context, draft.problem());
  return publish_page(context, {draft->place,
                                draft->organisation,
                                thread->text(),
                                GuidanceId::random().text(),
                                {draft->question, draft->answer, false, {}},
                                false});
}

http::Response publish_guidance(RequestContext& context) {
  const auto thread = ThreadId::parse(context.field("thread"));
  const auto id = GuidanceId::parse(context.field("guidance"));
  if (!thread || !id) return not_found(context);
  const auto draft = draft_of(context, *thread);
  if (!draft) return refuse(context, draft.problem());
  const questions::PublishGuidance command{
      *id, *thread, {}, "", context.field("question"), context.field("answer")};
  views::PublishPage page{draft->place,
                          draft->organisation,
                          thread->text(),
                          id->text(),
                          {command.question, command.answer, false, {}},
                          context.field("go") != "publish"};
  const bool shows = page.preview;
  const auto done = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return shows ? questions::preview_guidance(tx, command, context.now())
                 : questions::publish_guidance(tx, command, context.now());
  });
  if (!done) {
    if (done.problem().code != ProblemCode::invalid) return refuse(context, done.problem());
    page.typed.errors = errors_in(done.problem());
    page.preview = false;
    return publish_page(context, std::move(page), 422);
  }
  if (shows) {
    page.typed.question = done->question;
    page.typed.answer = done->answer;
    return publish_page(context, std::move(page));
  }
  return http::Response::see_other("/guidance/" + done->id.text() + "?saved=published");
}

http::Response show_guidance(RequestContext& context) {
  const auto id = GuidanceId::parse(context.path("guidance"));
  if (!id) return not_found(context);
  return one_page(context, *id, std::nullopt, 200);
}

http::Response change_guidance(RequestContext& context) {
  const auto id = GuidanceId::parse(context.path("guidance"));
  if (!id) return not_found(context);
  const questions::ChangeGuidance command{*id, number_in(context, "seen"),
                                          context.field("question"), context.field("answer")};
  const auto done = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return questions::change_guidance(tx, command, context.now());
  });
  if (done) return http::Response::see_other("/guidance/" + id->text() + "?saved=changed");
  const auto& problem = done.problem();
  const bool overtaken = problem.key == "changed-meanwhile" || problem.key == "withdrawn";
  if (problem.code != ProblemCode::invalid && !overtaken) return refuse(context, problem);
  return one_page(
      context, *id,
      views::TypedGuidance{command.question, command.answer, overtaken, errors_in(problem)},
      overtaken ? 409 : 422);
}

http::Response withdraw_guidance(RequestContext& context) {
  const auto id = GuidanceId::parse(context.path("guidance"));
  if (!id) return not_found(context);
  const auto done = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return questions::withdraw_guidance(tx, *id, context.now());
  });
  if (!done) return refuse(context, done.problem());
  return http::Response::see_other("/guidance/" + id->text() + "?saved=withdrawn");
}

}  // namespace onereturn::gateway::pages
