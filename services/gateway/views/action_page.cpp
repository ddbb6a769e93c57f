#include "gateway/views/action_page.hpp"

#include <algorithm>

#include "domain/actions/action_titles.hpp"
#include "gateway/views/action_words.hpp"

namespace onereturn::gateway::views {

namespace {

using actions::BoardAction;
using html::Data;

Data fact(const char* label, std::string text) {
  return Data::object().set("label", label).set("text", std::move(text));
}

// The day that held first, when the day has moved.
std::string first_day(const actions::BoardActionFile& file) {
  for (auto entry = file.history.rbegin(); entry != file.history.rend(); ++entry) {
    if (entry->kind == "moved" && entry->was_on) {
      return " (first " + to_words(*entry->was_on) + ")";
    }
  }
  return {};
}

Data facts_of(const ActionInput& input) {
  const auto& action = input.one.file.action;
  auto facts = Data::list();
  const auto add = [&](const char* label, const std::string& text) {
    if (!text.empty()) facts.push(fact(label, text));
  };
  // A long title is cut; here it stands whole.
  if (actions::title_line(action.what) != action.what) add("What", action.what);
  add("How", action.how);
  add("What will be different", action.change);
  add("Leads", action.lead);
  add("By", action.by_on ? to_words(*action.by_on) + first_day(input.one.file) : "No date");
  add("Progress", action.progress);
  add("Evidence", action.evidence);
  add("Risks", action.risks);
  add("Area", action.area);
  add("With", action.with_name.empty() ? "Nobody of the board" : action.with_name);
  return facts;
}

Data due_field(const TypedDate& typed, const std::vector<PageError>& errors) {
  return Data::object()
      .set("id", "by")
      .set("legend", "New day, if it moves")
      .set("day", typed.day)
      .set("month", typed.month)
      .set("year", typed.year)
      .set("error", error_of(errors, "by"));
}

Data points_of(const BoardAction& action, const frameworks::StatusScheme& scheme,
               const TypedAction& typed) {
  const bool chose = typed.form == "status" && !typed.point.empty() && typed.point != typed.was;
  const auto& chosen = chose ? typed.point : action.point;
  auto points = Data::list();
  for (const auto& point : scheme.points) {
    const auto words = actions::words_of(point);
    points.push(Data::object()
                    .set("id", points.items().empty() ? "point" : "point-" + as_id(point.code))
                    .set("value", point.code)
                    .set("label", point.label == words ? Data() : Data::text_or_no(point.label))
                    .set("status", point_status(point))
                    .set("chosen", point.code == chosen));
  }
  return points;
}

Data options(const std::vector<actions::Named>& people, const std::string& chosen) {
  auto all = Data::list();
  for (const auto& one : people) {
    all.push(Data::object()
                 .set("value", one.id)
                 .set("text", one.name)
                 .set("selected", one.id == chosen));
  }
  return all;
}

Data contact_options(const std::vector<actions::Contact>& contacts, const std::string& chosen) {
  auto all = Data::list();
  for (const auto& one : contacts) {
    all.push(Data::object()
                 .set("value", one.id)
                 .set("text", one.name + (one.position.empty() ? "" : ", " + one.position))
                 .set("selected", one.id == chosen));
  }
  return all;
}

Data piece_boxes(const ActionInput& input) {
  auto all = Data::list();
  for (const auto& piece : input.one.file.pieces) {
    const auto key = std::to_string(piece.status_no) + "." + std::to_string(piece.number);
    const auto& ticked = input.typed.pieces;
    all.push(Data::object()
                 .set("id", "piece-" + as_id(key))
                 .set("value", key)
                 .set("text", piece.title)
                 .set("ticked", std::find(ticked.begin(), ticked.end(), key) != ticked.end()));
  }
  return all;
}

// Words typed into one of several forms that have a field of that name.
Data typed_in(const ActionInput& input, const char* form) {
  const bool here = input.typed.form == form;
  const auto error = [&](const char* field) {
    return here ? error_of(input.errors, field) : Data();
  };
  return Data::object()
      .set("open", here)
      .set("told", here ? input.typed.told : "")
      .set("told_error", error("told"))
      .set("told_id", here ? std::string("told") : std::string("told-") + form)
      .set("seen", here ? input.typed.seen : "")
      .set("seen_error", error("seen"));
}

std::string saved_words(const std::string& saved) {
  if (saved == "status") return "Added to the history. Nothing was overwritten.";
  if (saved == "verify") return "Verified and closed. The organisation reads that it is.";
  if (saved == "again") return "Asked again. It stands on the organisation's list.";
  if (saved == "close") return "Closed. The organisation reads why.";
  if (saved == "reopen") return "Opened again.";
  if (saved == "with") return "Written down who looks after it.";
  if (saved == "mail") return "The mail is on its way. Its link works once, for 14 days.";
  if (saved == "added") return "The action is on your list.";
  if (saved == "words") return "The words are changed. What stood there is in the history.";
  return {};
}

// What was written since, for whoever was overtaken.
Data meanwhile(const ActionInput& input) {
  if (!input.read_until) return {};
  auto newer = input.one.file;
  std::erase_if(newer.history,
                [&](const auto& entry) { return entry.number <= *input.read_until; });
  return Data::object().set("entries", history_rows(newer, input.one.forms, input.board));
}

// What was typed into a box that the action has no more, since somebody else ended it or opened it.
std::string homeless_words(const ActionInput& input) {
  const bool has_box = input.one.file.action.is_open() != (input.typed.form == "reopen");
  if (input.typed.form.empty() || has_box) return {};
  std::string all;
  for (const auto& words : {input.typed.words, input.typed.seen, input.typed.told}) {
    if (!words.empty()) all += (all.empty() ? "" : "\n") + words;
  }
  return all;
}

std::string news_words(const BoardAction& action) {
  if (!action.is_open()) return {};
  if (action.said == "done")
    return action.organisation + " says that it is done. Verify it, or ask again.";
  if (action.withheld) {
    return "Your board alone has this action. " + action.organisation +
           " has it once the evaluation is released.";
  }
  if (action.asked_again) return "Asked again. " + action.organisation + " has not answered yet.";
  return {};
}

}  // namespace

Data action_page(const ActionInput& input) {
  const auto& action = input.one.file.action;
  const auto& scheme = actions::scheme_of(input.one.forms, action.form);
  const auto newest = input.one.file.history.empty() ? 0 : input.one.file.history.front().number;
  const bool conflict = input.read_until.has_value();
  auto pieces = piece_boxes(input);
  const bool any_pieces = !pieces.items().empty();
  const auto& with = input.typed.form == "with" ? input.typed.with
                     : action.with_name.empty() ? std::string{}
                                                : action.with->text();
  const auto data =
      Data::object()
          .set("title", actions::title_line(action.what))
          .set("title_error", !input.errors.empty())
          .set("error_summary", error_summary(input.errors))
          .set("saved_note", Data::text_or_no(saved_words(input.saved)))
          .set("meanwhile", conflict ? meanwhile(input) : Data())
          .set("kept", Data::text_or_no(homeless_words(input)))
          .set("news_note", Data::text_or_no(news_words(action)))
          .set("id", action.action.text())
          .set("version", action.version)
          .set("newest", newest)
          .set("organisation", action.organisation)
          .set("from", from_words(action, input.one.forms))
          .set("return_href",
               action.from_return ? Data("/returns/" + action.from_return->text()) : Data())
          .set("status", standing(action, input.one.forms))
          .set("due", Data::text_or_no(due_words(action, input.today)))
          .set("late", actions::is_overdue(action, input.today))
          .set("facts", facts_of(input))
          .set("history", history_rows(input.one.file, input.one.forms, input.board))
          .set("any_history", !input.one.file.history.empty());
  auto whole = data;
  return whole.set("may_write", input.may_write)
      .set("open", input.may_write && action.is_open())
      .set("may_tell", !action.withheld)
      .set("ended", input.may_write && !action.is_open())
      .set("points", points_of(action, scheme, input.typed))
      .set("point", action.point)
      .set("point_error", error_of(input.errors, "point"))
      .set("words", input.typed.form == "status" ? input.typed.words : "")
      .set("words_error", error_of(input.errors, "words"))
      .set("by", due_field(input.typed.by, input.errors))
      .set("verify", typed_in(input, "verify"))
      .set("again", typed_in(input, "again"))
      .set("close", typed_in(input, "close"))
      .set("reopen", typed_in(input, "reopen"))
      .set("any_pieces", any_pieces)
      .set("pieces", std::move(pieces))
      .set("people", options(input.one.people, with))
      .set("with_error", error_of(input.errors, "with"))
      .set("any_contacts", !input.contacts.empty())
      .set("contacts", contact_options(input.contacts, input.typed.contact))
      .set("contact_error", error_of(input.errors, "contact"));
}

}  // namespace onereturn::gateway::views
