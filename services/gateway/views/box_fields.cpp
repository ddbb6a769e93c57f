#include <charconv>

#include "domain/returns/home_view.hpp"
#include "gateway/views/box_field_parts.hpp"

namespace onereturn::gateway::views {
namespace {

using html::Data;
using returns::ExtraKind;

// The level of a residual, in the framework's own words.
Data level_options(const returns::Workspace& workspace, const std::string& id,
                   const std::string& taken) {
  auto options = Data::list();
  for (const auto& anchor : workspace.framework->anchors) {
    const auto value = std::to_string(anchor.level);
    options.push(option(id, value, value + " " + anchor.name, taken == value));
  }
  return Data::object().set("legend", "Where are you now?").set("options", std::move(options));
}

std::string field_about(const returns::Extra& extra) {
  return extra.place.empty() ? extra.asked : extra.place;
}

// A number alone says too little as a heading.
std::string heading_of(const returns::Extra& extra) {
  const auto name = field_about(extra);
  const bool number = !name.empty() && name.find_first_not_of("0123456789.") == std::string::npos;
  return number ? "Item " + name : name;
}

std::string history_href(const returns::Workspace& workspace, const returns::Engaged& board,
                         const returns::Extra& extra) {
  if (extra.version == 0 || extra.kind == ExtraKind::choice) return {};
  if (extra.kind == ExtraKind::whole || extra.kind == ExtraKind::local_part) {
    return "/questions/" + extra.key + "/for/" + board.request.text() + "/history" +
           unit_query(workspace);
  }
  const auto kind =
      extra.kind == ExtraKind::residual ? returns::BoxKind::residual : returns::BoxKind::direct;
  return box_history_href(workspace, board, kind, extra.key);
}

Data extra_field(const returns::Workspace& workspace, const returns::Engaged& board,
                 const returns::Extra& extra, const TypedBoxes& typed, const May& may) {
  const auto id = extra_id(extra);
  const auto* refused = typed_in(typed, id);
  const auto& text = refused != nullptr ? refused->text : extra.text;
  auto point = refused != nullptr ? refused->point : extra.point;
  if (refused == nullptr && extra.level) point = std::to_string(*extra.level);
  const auto& reason = refused != nullptr ? refused->reason : extra.not_applicable_reason;
  const auto area = board.board.area;
  auto field = empty_field(id, heading_of(extra));
  add_standing(field, extra.done, extra.draft, history_href(workspace, board, extra));
  field.set("version", extra.version);
  if (extra.said_on && refused == nullptr) {
    field.set("draft", false)
        .set("earlier", "This is what you said last time, on " + to_words(*extra.said_on) +
                            ". Read it again; it counts when you confirm it.");
  }
  if (!extra.place.empty()) field.set("wording", Data::text_or_no(extra.asked));
  const bool choice = extra.kind == ExtraKind::choice;
  field.set("locked", choice ? !may.choose : !may.write);
  if (choice) {
    field.set("points", point_options(extra.points, id, "Which one is right?", point));
    field.set("why", may.choose ? Data::text_or_no(extra.why)
                                : Data(extra.why + " Your lead or your authoriser chooses."));
    add_refusal(field, refused);
    return field;
  }
  if (extra.kind == ExtraKind::whole) {
    field.set("link", Data::object()
                          .set("href", "/questions/" + extra.key + "/for/" + board.request.text() +
                                           unit_query(workspace))
                          .set("text", extra.done    ? "Change your answer"
                                       : extra.draft ? "Carry on and confirm it"
                                                     : "Answer this")
                          .set("about", extra.question));
    field.set("why", Data::text_or_no(extra.question));
    if (may.write && !extra.done && !extra.draft)
      add_later(field, field_about(extra), extra.promised);
    return field;
  }
  if (extra.level_needed) {
    field.set("points", level_options(workspace, id, point));
  } else if (!extra.points.empty()) {
    field.set("points", point_options(extra.points, id, "Your rating", point));
  }
  const bool only_rating = extra.kind == ExtraKind::unmapped && !extra.points.empty();
  if (!only_rating) {
    add_text(field, extra.question, "Only " + area + " sees this.", text);
  }
  if (extra.kind == ExtraKind::residual && agency_may_say_na(board.form->not_applicable)) {
    field.set("na", Data::object().set("reason", reason));
  }
  if (may.write && !only_rating && extra.text.empty() && !extra.not_applicable) {
    add_later(field, field_about(extra), extra.promised);
  }
  add_refusal(field, refused);
  return field;
}

struct Group {
  const char* id;
  std::string title;
  std::string about;
  Data boxes = Data::list();
};

}  // namespace

std::string extra_id(const returns::Extra& extra) {
  switch (extra.kind) {
    case ExtraKind::residual:
      return "residual-" + as_id(extra.key);
    case ExtraKind::whole:
      return "whole-" + as_id(extra.key);
    case ExtraKind::local_part:
      return "local-" + as_id(extra.key);
    case ExtraKind::unmapped:
      return "own-" + as_id(extra.key);
    case ExtraKind::choice:
      break;
  }
  return "choice-" + as_id(extra.key);
}

std::string form_box_id(const frameworks::Box& box) { return "box-" + as_id(box.box_no); }

TypedBox posted_box(const http::Fields& form, const std::string& id) {
  TypedBox box;
  box.text = form.get(id);
  box.point = form.get(id + "_point");
  box.reason = form.get(id + "_na");
  box.from = form.get(id + "_from");
  const auto version = form.get(id + "_version");
  std::from_chars(version.data(), version.data() + version.size(), box.version);
  const auto common = form.get(id + "_common_version");
  std::from_chars(common.data(), common.data() + common.size(), box.common_version);
  return box;
}

Data extras_page(const returns::Workspace& workspace, const returns::Engaged& board,
                 const TypedBoxes& typed, const std::string& saved_note, May may) {
  const auto area = board.board.area;
  std::vector<Group> groups = {
      {"choose-h", "Choose", "Your answers allow more than one. Nothing is chosen for you.", {}},
      {"asked-h",
       "Questions that only " + area + " asks",
       "No other board sees these answers.",
       {}},
      {"about-h", "About " + area + " itself", "These are about this board alone.", {}}};
  for (auto& group : groups)
    group.boxes = Data::list();
  int left = 0;
  for (const auto& extra : returns::extras_of(workspace, board)) {
    const auto at = extra.kind == ExtraKind::choice                                         ? 0U
                    : extra.kind == ExtraKind::whole || extra.kind == ExtraKind::local_part ? 2U
                                                                                            : 1U;
    groups[at].boxes.push(extra_field(workspace, board, extra, typed, may));
    left += extra.done || (extra.promised && !extra.draft) ? 0 : 1;
  }
  auto list = Data::list();
  for (auto& group : groups) {
    if (group.boxes.items().empty()) continue;
    list.push(Data::object()
                  .set("id", group.id)
                  .set("title", group.title)
                  .set("about", group.about)
                  .set("boxes", std::move(group.boxes)));
  }
  const auto unit = unit_query(workspace);
  const auto base = "/boards/" + board.request.text();
  const auto errors = errors_in(typed);
  const bool any = !list.items().empty();
  return Data::object()
      .set("title", "Only for " + area)
      .set("title_error", !errors.empty())
      .set("error_summary", error_summary(errors))
      .set("saved_note", Data::text_or_no(saved_note))
      .set("eyebrow", board.board.name)
      .set("heading", left == 0
                          ? "Nothing more is needed for " + area + " alone"
                          : capital(number_word(left)) + (left == 1 ? " thing is" : " things are") +
                                " needed for " + area + " alone")
      .set("lede", "What you write here goes to " + board.board.name + " and to nobody else.")
      .set("preview_href", base + "/copy" + unit)
      .set("action", base + "/extras" + unit)
      .set("writes", any && may.write)
      .set("only_chooses", any && !may.write && may.choose)
      .set("groups_any", any)
      .set("groups", std::move(list));
}

}  // namespace onereturn::gateway::views
