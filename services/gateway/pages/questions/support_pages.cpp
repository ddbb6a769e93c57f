#include "domain/identity/export_right.hpp"
#include "domain/questions/log_support.hpp"
#include "domain/questions/question_rules.hpp"
#include "domain/questions/support_store.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/pages/questions/questions_pages.hpp"
#include "gateway/pages/questions/thread_support.hpp"
#include "gateway/problems.hpp"
#include "gateway/views/support.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {
namespace {

using questions::SupportId;

constexpr const char* place = "/questions";

http::Response log_page(RequestContext& context, const views::TypedSupport& typed, int status) {
  std::vector<questions::Organisation> register_;
  const auto done =
      context.database().as_board(context.token(), [&](postgres::BoardTx& tx) -> Result<Done> {
        register_ = questions::organisations(tx);
        return Done{};
      });
  if (!done) return refuse(context, done.problem());
  return framed(context, "pages/log_support", views::log_support_page(register_, typed), place,
                status);
}

}  // namespace

namespace {

struct SupportLog {
  std::vector<questions::Support> log;
  bool may_export = false;
};

Result<SupportLog> read_support(RequestContext& context, const views::ListAsked& asked,
                                bool exported) {
  return context.database().as_board(
      context.token(), [&](postgres::BoardTx& tx) -> Result<SupportLog> {
        if (exported) {
          if (const auto refused = identity::refuse_export(tx)) return *refused;
        }
        SupportLog found{questions::list_support(tx), exported || identity::may_export(tx)};
        if (exported) {
          identity::note_export(tx, {"support.exported", "support", ""},
                                views::support_rows(found.log, asked).size());
        }
        return found;
      });
}

}  // namespace

http::Response show_support(RequestContext& context) {
  const auto asked = views::list_asked(context.request().query, views::support_shape());
  const auto found = read_support(context, asked, false);
  if (!found) return refuse(context, found.problem());
  return framed(
      context, "pages/support",
      views::support_page({found->log, asked, questions::may_answer(context.session().role),
                           found->may_export, thread_note(context)}),
      place);
}

http::Response export_support(RequestContext& context) {
  const auto asked = views::list_asked(context.request().query, views::support_shape());
  const auto found = read_support(context, asked, true);
  if (!found) return refuse(context, found.problem());
  return views::csv_file("support", views::support_headings(),
                         views::support_rows(found->log, asked));
}

http::Response show_log_support(RequestContext& context) {
  views::TypedSupport typed;
  typed.id = SupportId::random().text();
  typed.who = context.session().person_name;
  typed.on = views::typed_date(day_in_england(context.now()));
  typed.entries = context.request().query.all("entry");
  return log_page(context, typed, 200);
}

http::Response log_support(RequestContext& context) {
  const auto& form = context.request().form;
  views::TypedSupport typed;
  typed.id = context.field("support");
  typed.kind = context.field("kind");
  typed.on = views::typed_date(form, "on");
  typed.who = context.field("who");
  typed.notes = context.field("notes");
  typed.entries = form.all("entry");
  typed.find = context.field("find");
  const auto id = SupportId::parse(typed.id);
  if (!id) return not_found(context);
  // Looking for organisations keeps everything that was typed, and writes nothing down.
  if (context.field("go") == "find") return log_page(context, typed, 200);
  const auto day = views::read_date(typed.on);
  questions::LogSupport command{*id, typed.kind, day.date, day.error, typed.who, typed.notes, {}};
  for (const auto& text : typed.entries) {
    const auto entry = EntryId::parse(text);
    if (!entry) return not_found(context);
    command.entries.push_back(*entry);
  }
  const auto done = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return questions::log_support(tx, command, context.now());
  });
  if (done) return http::Response::see_other("/support?saved=logged");
  if (done.problem().code != ProblemCode::invalid) return refuse(context, done.problem());
  typed.errors = errors_in(done.problem());
  return log_page(context, typed, 422);
}

http::Response strike_support(RequestContext& context) {
  const auto id = SupportId::parse(context.path("support"));
  if (!id) return not_found(context);
  const auto done = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return questions::strike_support(tx, *id, context.now());
  });
  if (!done) return refuse(context, done.problem());
  return http::Response::see_other("/support?saved=struck");
}

namespace {

struct WhoNeedsHelp {
  std::vector<questions::Needs> needs;
  bool may_export = false;
};

Result<WhoNeedsHelp> read_needs(RequestContext& context, const views::ListAsked& asked,
                                bool exported) {
  return context.database().as_board(
      context.token(), [&](postgres::BoardTx& tx) -> Result<WhoNeedsHelp> {
        if (exported) {
          if (const auto refused = identity::refuse_export(tx)) return *refused;
        }
        WhoNeedsHelp found{questions::load_needs(tx, day_in_england(context.now())),
                           exported || identity::may_export(tx)};
        if (exported) {
          identity::note_export(tx, {"support.who_exported", "support", ""},
                                views::needs_rows(found.needs, asked).size());
        }
        return found;
      });
}

}  // namespace

http::Response show_who_needs_help(RequestContext& context) {
  const auto asked = views::list_asked(context.request().query, views::needs_shape());
  const auto found = read_needs(context, asked, false);
  if (!found) return refuse(context, found.problem());
  return framed(context, "pages/who_needs_help",
                views::needs_page(found->needs, asked, found->may_export), place);
}

http::Response export_who_needs_help(RequestContext& context) {
  const auto asked = views::list_asked(context.request().query, views::needs_shape());
  const auto found = read_needs(context, asked, true);
  if (!found) return refuse(context, found.problem());
  return views::csv_file("who-may-need-help", views::needs_headings(),
                         views::needs_rows(found->needs, asked));
}

}  // namespace onereturn::gateway::pages
