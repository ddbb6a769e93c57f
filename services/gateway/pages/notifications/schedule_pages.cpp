#include <algorithm>

#include "domain/notifications/chasing_rules.hpp"
#include "domain/notifications/holidays_format.hpp"
#include "domain/notifications/keep_schedule.hpp"
#include "gateway/pages/notifications/reminder_pages.hpp"
#include "gateway/pages/page_support.hpp"
#include "gateway/problems.hpp"
#include "gateway/views/reminders.hpp"
#include "platform/postgres/database.hpp"

namespace onereturn::gateway::pages {

namespace {

using notifications::PauseId;
using notifications::StepId;
using views::PageError;
using views::StepForm;

constexpr const char* place = "/set-up/reminders";
constexpr const char* part = "/set-up";  // of the navigation

const notifications::Holidays& holidays() { return notifications::holidays_of_england(); }

std::vector<PageError> errors_in(const Problem& problem) {
  std::vector<PageError> errors;
  for (const auto& field : problem.fields)
    errors.push_back({field.field, field.message});
  return errors;
}

// A number of a hidden field; nothing that nobody saved has it.
int version_typed(const RequestContext& context) {
  const auto text = context.field("version");
  const bool digits =
      !text.empty() && text.size() < 9 &&
      std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits ? std::stoi(text) : -1;
}

http::Response schedule_page(RequestContext& context,
                             const std::optional<notifications::WriteSettings>& typed,
                             const std::vector<PageError>& errors, int status) {
  const auto schedule = context.database().as_board(
      context.token(), [](postgres::BoardTx& tx) -> Result<notifications::Schedule> {
        return notifications::read_schedule(tx);
      });
  if (!schedule) return refuse(context, schedule.problem());
  views::SchedulePage page{
      *schedule,
      typed ? *typed : views::written(schedule->settings),
      errors,
      context.request().query.get("saved"),
      notifications::holidays_end_soon(holidays(), day_in_england(context.now())),
      context.session().role == "manager"};
  return framed(context, "pages/schedule", views::schedule_page(page), part, status);
}

http::Response show_schedule(RequestContext& context) {
  return schedule_page(context, std::nullopt, {}, 200);
}

http::Response save_schedule(RequestContext& context) {
  notifications::WriteSettings typed{version_typed(context), context.field("on") == "yes",
                                     context.field("from"), context.field("until"),
                                     context.request().form.all("weekday")};
  const auto now = context.now();
  const auto saved = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return notifications::save_settings(tx, typed, holidays(), now);
  });
  if (saved) return http::Response::see_other(std::string(place) + "?saved=settings");
  const auto& problem = saved.problem();
  if (problem.code == ProblemCode::conflict) {
    return schedule_page(context, typed, {{"from", problem.detail}}, 409);
  }
  const auto errors = errors_in(problem);
  if (errors.empty()) return refuse(context, problem);
  return schedule_page(context, typed, errors, 422);
}

http::Response take_usual(RequestContext& context) {
  const auto now = context.now();
  const auto taken = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return notifications::take_usual_steps(tx, holidays(), now);
  });
  if (!taken) return refuse(context, taken.problem());
  return http::Response::see_other(std::string(place) + "?saved=usual");
}

notifications::WriteStep typed_step(const RequestContext& context) {
  return {
      context.field("about"),   context.field("when"), context.field("days"),
      context.field("at"),      context.field("rung"), context.field("name"),
      context.field("subject"), context.field("body"), context.field("needs_approval") == "yes"};
}

// What the form needs besides what is typed; the preview of it where that can be had.
Result<StepForm> fill_form(RequestContext& context, StepForm form, bool with_preview) {
  const auto now = context.now();
  return context.database().as_board(
      context.token(), [&](postgres::BoardTx& tx) -> Result<StepForm> {
        form.organisations = notifications::load_preview_organisations(tx);
        if (!with_preview) return form;
        const auto read =
            notifications::read_step(form.typed, notifications::load_chase_settings(tx));
        if (!read.problem.fields.empty()) {
          form.errors = errors_in(read.problem);
          return form;
        }
        auto preview =
            notifications::preview_step(tx, read.step, form.organisation, now, context.origin());
        if (preview) form.preview = std::move(*preview);
        return form;
      });
}

http::Response form_page(RequestContext& context, StepForm form, bool with_preview, int status) {
  auto filled = fill_form(context, std::move(form), with_preview);
  if (!filled) return refuse(context, filled.problem());
  const int code = status == 200 && !filled->errors.empty() ? 422 : status;
  return framed(context, "pages/step_form", views::step_form_page(*filled), part, code);
}

http::Response show_new_step(RequestContext& context) {
  StepForm form;
  form.typed.about = "return";
  form.typed.when = "before";
  form.typed.at = "9:30";
  form.typed.rung = "person";
  return form_page(context, std::move(form), false, 200);
}

http::Response save_or_preview(RequestContext& context, StepForm form) {
  form.typed = typed_step(context);
  form.organisation = context.field("organisation");
  if (context.field("do") == "preview") return form_page(context, std::move(form), true, 200);
  const auto now = context.now();
  const auto saved =
      context.database().as_board(context.token(), [&](postgres::BoardTx& tx) -> Result<Done> {
        if (form.step) {
          return notifications::change_step(tx, *form.step, form.version, form.typed, holidays(),
                                            now);
        }
        const auto added = notifications::add_step(tx, form.typed, holidays(), now);
        if (!added) return added.problem();
        return Done{};
      });
  if (saved) return http::Response::see_other(std::string(place) + "?saved=step");
  const auto& problem = saved.problem();
  form.errors = errors_in(problem);
  const bool meanwhile = problem.code == ProblemCode::conflict;
  if (meanwhile) form.errors = {{"name", problem.detail}};
  if (form.errors.empty()) return refuse(context, problem);
  return form_page(context, std::move(form), false, meanwhile ? 409 : 422);
}

http::Response add_step(RequestContext& context) { return save_or_preview(context, {}); }

http::Response show_step(RequestContext& context) {
  const auto id = StepId::parse(context.path("step"));
  if (!id) return not_found(context);
  const auto steps = context.database().as_board(
      context.token(), [](postgres::BoardTx& tx) -> Result<std::vector<notifications::ChaseStep>> {
        return notifications::load_chase_steps(tx);
      });
  if (!steps) return refuse(context, steps.problem());
  const auto found = std::find_if(steps->begin(), steps->end(),
                                  [&](const auto& step) { return step.step == *id; });
  if (found == steps->end()) return not_found(context);
  StepForm form;
  form.step = id;
  form.version = found->version;
  form.typed = notifications::written(*found);
  return form_page(context, std::move(form), true, 200);
}

http::Response change_step(RequestContext& context) {
  const auto id = StepId::parse(context.path("step"));
  if (!id) return not_found(context);
  StepForm form;
  form.step = id;
  form.version = version_typed(context);
  return save_or_preview(context, std::move(form));
}

http::Response remove_step(RequestContext& context) {
  const auto id = StepId::parse(context.path("step"));
  if (!id) return not_found(context);
  const auto now = context.now();
  const auto removed = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return notifications::remove_step(tx, *id, version_typed(context), now);
  });
  if (!removed) return refuse(context, removed.problem());
  return http::Response::see_other(std::string(place) + "?saved=removed");
}

std::string back_to(const RequestContext& context) {
  const auto entry = EntryId::parse(context.field("back"));
  return entry ? "/register/" + entry->text() + "/reminders" : std::string(place);
}

http::Response begin_pause(RequestContext& context) {
  const auto now = context.now();
  const notifications::WritePause typed{context.field("entry"), context.field("step"),
                                        context.field("reason")};
  const auto paused = context.database().as_board(
      context.token(), [&](postgres::BoardTx& tx) { return notifications::pause(tx, typed, now); });
  if (!paused) return refuse(context, paused.problem());
  return http::Response::see_other(back_to(context) + "?saved=paused");
}

http::Response end_pause(RequestContext& context) {
  const auto id = PauseId::parse(context.path("pause"));
  if (!id) return not_found(context);
  const auto now = context.now();
  const auto ended = context.database().as_board(context.token(), [&](postgres::BoardTx& tx) {
    return notifications::end_pause(tx, *id, holidays(), now);
  });
  if (!ended) return refuse(context, ended.problem());
  return http::Response::see_other(back_to(context) + "?saved=resumed");
}

}  // namespace

std::vector<Route> reminder_set_up_routes() {
  using http::Verb;
  const auto manages = board({"manager"});
  return {{Verb::get, "/set-up/reminders", board(), show_schedule},
          {Verb::post, "/set-up/reminders", manages, save_schedule},
          {Verb::post, "/set-up/reminders/usual", manages, take_usual},
          {Verb::get, "/set-up/reminders/steps/new", manages, show_new_step},
          {Verb::post, "/set-up/reminders/steps/new", manages, add_step},
          {Verb::get, "/set-up/reminders/steps/{step}", manages, show_step},
          {Verb::post, "/set-up/reminders/steps/{step}", manages, change_step},
          {Verb::post, "/set-up/reminders/steps/{step}/remove", manages, remove_step},
          {Verb::post, "/reminders/pauses", manages, begin_pause},
          {Verb::post, "/reminders/pauses/{pause}/end", manages, end_pause}};
}

}  // namespace onereturn::gateway::pages
