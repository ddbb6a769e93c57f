#include "gateway/views/box_fields.hpp"

#include <charconv>

#include "domain/returns/home_view.hpp"

namespace onereturn::gateway::views {
namespace {

using html::Data;
using returns::ExtraKind;

const TypedBox* typed_in(const TypedBoxes& typed, const std::string& id) {
  const auto found = typed.find(id);
  return found == typed.end() ? nullptr : &found->second;
}

Data option(const std::string& id, const std::string& value, const std::string& text,
            bool checked) {
  return Data::object()
      .set("name", id + "_point")
      .set("value", value)
      .set("text", text)
      .set("checked", checked);
}

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

Data point_options(const std::vector<frameworks::ScalePoint>& points, const std::string& id,
                   const std::string& legend, const std::string& taken) {
  auto options = Data::list();
  for (const auto& point : points) {
    options.push(option(id, point.code, point.label, taken == point.code));
  }
  return Data::object().set("legend", legend).set("options", std::move(options));
}

bool agency_may_say_na(const frameworks::NotApplicableRule& rule) {
  return rule.allowed && rule.by == frameworks::NotApplicableBy::agency;
}

// Every key of bits/box_field, with nothing in it.
Data empty_field(const std::string& id, const std::string& title) {
  return Data::object()
      .set("id", id)
      .set("cls", "extra--todo")
      .set("title", title)
      .set("rank", 3)
      .set("quiet_label", false)
      .set("essential", false)
      .set("wording", false)
      .set("error", false)
      .set("theirs", false)
      .set("points", false)
      .set("link", false)
      .set("has_text", false)
      .set("label", "")
      .set("hint", false)
      .set("rows", 4)
      .set("value", "")
      .set("words", "")
      .set("na", false)
      .set("why", false)
      .set("version", 0);
}

void add_text(Data& field, const std::string& label, const std::string& hint,
              const std::string& value) {
  field.set("has_text", true)
      .set("label", label)
      .set("hint", Data::text_or_no(hint))
      .set("value", value)
      .set("words", length_words(value));
}

void add_refusal(Data& field, const TypedBox* typed) {
  if (typed == nullptr) return;
  field.set("error", Data::text_or_no(typed->error)).set("version", typed->version);
  if (typed->theirs) {
    field.set("theirs", typed->theirs->empty() ? "Nothing" : *typed->theirs);
  }
}

Data extra_field(const returns::Workspace& workspace, const returns::Engaged& board,
                 const returns::Extra& extra, const TypedBoxes& typed) {
  const auto id = extra_id(extra);
  const auto* refused = typed_in(typed, id);
  const auto& text = refused != nullptr ? refused->text : extra.text;
  auto point = refused != nullptr ? refused->point : extra.point;
  if (refused == nullptr && extra.level) point = std::to_string(*extra.level);
  const auto& reason = refused != nullptr ? refused->reason : extra.not_applicable_reason;
  const auto area = board.board.area;
  auto field = empty_field(id, extra.place.empty() ? extra.asked : extra.place);
  field.set("cls", extra.done ? "extra--done" : "extra--todo").set("version", extra.version);
  if (!extra.place.empty()) field.set("wording", Data::text_or_no(extra.asked));
  if (extra.kind == ExtraKind::choice) {
    field.set("points", point_options(extra.points, id, "Which one is right?", point));
    field.set("why", Data::text_or_no(extra.why));
    add_refusal(field, refused);
    return field;
  }
  if (extra.kind == ExtraKind::whole) {
    field.set("link", Data::object()
                          .set("href", "/questions/" + extra.key + "/for/" + board.request.text() +
                                           unit_query(workspace))
                          .set("text", extra.done ? "Change your answer" : "Answer this")
                          .set("about", extra.question));
    field.set("why", Data::text_or_no(extra.question));
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
  add_refusal(field, refused);
  return field;
}

struct Group {
  const char* id;
  std::string title;
  std::string about;
  Data boxes = Data::list();
};

std::vector<PageError> errors_in(const TypedBoxes& typed) {
  std::vector<PageError> errors;
  for (const auto& [id, box] : typed) {
    if (!box.error.empty()) errors.push_back({"box-" + id, box.error});
  }
  return errors;
}

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
  const auto version = form.get(id + "_version");
  std::from_chars(version.data(), version.data() + version.size(), box.version);
  return box;
}

Data extras_page(const returns::Workspace& workspace, const returns::Engaged& board,
                 const TypedBoxes& typed, const std::string& saved_note) {
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
    groups[at].boxes.push(extra_field(workspace, board, extra, typed));
    left += extra.done ? 0 : 1;
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
      .set("groups_any", any)
      .set("groups", std::move(list));
}

namespace {

Data form_field(const returns::Engaged& board, const returns::FormBox& box,
                const std::string& title, const std::string& wording, const TypedBoxes& typed,
                const std::optional<frameworks::NotApplicableRule>& own_rule) {
  const auto id = form_box_id(*box.box);
  const auto* refused = typed_in(typed, id);
  auto field = empty_field(id, title);
  field.set("cls", box.done ? "extra--done" : "extra--todo").set("version", box.version);
  field.set("rank", 2);
  field.set("wording", Data::text_or_no(wording));
  const auto& point = refused != nullptr ? refused->point : box.written.point;
  const auto& text = refused != nullptr ? refused->text : box.written.text;
  const auto& reason = refused != nullptr ? refused->reason : box.written.not_applicable_reason;
  if (box.box->content == frameworks::BoxContent::rating) {
    static const std::vector<frameworks::ScalePoint> none;
    const auto& scale = board.form->scale;
    const auto& points = scale ? scale->points : none;
    field.set("points", point_options(points, id, box.box->label, point));
    if (agency_may_say_na(own_rule.value_or(board.form->not_applicable))) {
      field.set("na", Data::object().set("reason", reason));
    }
  } else {
    std::string hint;
    if (box.box->max_words) {
      hint = "At most " + counted(*box.box->max_words, "word", "words") + ".";
    }
    add_text(field, box.box->label, hint, text);
    field.set("rows", box.box->content == frameworks::BoxContent::improvement ? 3 : 7);
  }
  add_refusal(field, refused);
  return field;
}

bool for_agency(const returns::FormBox& box) {
  return box.box->filled_by != frameworks::FilledBy::board &&
         box.box->content != frameworks::BoxContent::detail;
}

Data section_fields(const returns::Engaged& board, const returns::FormSection& section,
                    const TypedBoxes& typed) {
  auto list = Data::list();
  for (const auto& box : section.boxes) {
    if (for_agency(box)) {
      list.push(
          form_field(board, box, box.box->label, "", typed, std::nullopt).set("quiet_label", true));
    }
  }
  for (const auto& item : section.items) {
    auto title = numbered(item.item->number, item.item->wording);
    for (const auto& box : item.boxes) {
      if (!for_agency(box)) continue;
      const bool first = !title.empty();
      auto field = form_field(board, box, first ? title : box.box->label, "", typed,
                              item.item->not_applicable);
      field.set("essential", first && item.item->essential).set("quiet_label", !first);
      list.push(std::move(field));
      title.clear();
    }
  }
  return list;
}

Data asked_points(const frameworks::Section& section) {
  auto list = Data::list();
  for (const auto& item : section.items) {
    list.push(Data::object()
                  .set("number", Data::text_or_no(item.number.value_or("")))
                  .set("text", item.wording)
                  .set("essential", item.essential));
  }
  for (const auto& guidance : section.guidance) {
    list.push(Data::object().set("number", false).set("text", guidance).set("essential", false));
  }
  return list;
}

}  // namespace

Data own_form_page(const returns::Workspace& workspace, const returns::Engaged& board) {
  const auto unit = unit_query(workspace);
  auto rows = Data::list();
  Data next;
  int done = 0;
  const auto sections = returns::own_form(workspace, board);
  for (const auto& section : sections) {
    const auto title = numbered(section.section->number, section.section->title);
    const auto href = "/form/" + section.section->code + unit;
    const bool full = section.boxes_done >= section.boxes_in_all;
    done += full ? 1 : 0;
    const auto words = std::to_string(section.boxes_done) + " of " +
                       counted(section.boxes_in_all, "box", "boxes") + " filled";
    rows.push(Data::object()
                  .set("href", href)
                  .set("title", title)
                  .set("status", full                      ? status("green", "done", "Done")
                                 : section.boxes_done == 0 ? status("quiet", "none", "Not started")
                                                           : status("act", "draft", words)));
    if (next.is_no() && !full) {
      next = Data::object()
                 .set("href", href)
                 .set("text", (done > 0 ? "Carry on: " : "Begin: ") + section.section->title);
    }
  }
  const auto all = static_cast<int>(sections.size());
  const auto heading =
      done == all ? std::string("Every standard is done")
                  : std::to_string(all - done) + " of " + std::to_string(all) + " standards left";
  const auto days = days_between(workspace.today, board.due_on);
  return Data::object()
      .set("title", heading)
      .set("error_summary", false)
      .set("eyebrow", board.board.name + ", " + board.form->name)
      .set("heading", heading)
      .set("lede", "Due on " + to_words(board.due_on) + ", " +
                       (days > 0 ? "in " + days_words(days) : days_words(days)) + ".")
      .set("carry_on", std::move(next))
      .set("preview_href", "/boards/" + board.request.text() + "/copy" + unit)
      .set("sections", std::move(rows));
}

Data own_form_section_page(const returns::Workspace& workspace, const returns::Engaged& board,
                           const std::string& section_code, const TypedBoxes& typed,
                           const std::vector<TypedCommitment>& commitments,
                           const std::string& saved_note) {
  for (const auto& section : returns::own_form(workspace, board)) {
    if (section.section->code != section_code) continue;
    auto errors = errors_in(typed);
    for (const auto& commitment : commitments) {
      if (!commitment.error.empty()) errors.push_back({commitment.key + "-what", commitment.error});
    }
    const auto& table = section.section->action_table;
    const bool actions = !table.empty() || board.form->improvement_demands_action;
    return Data::object()
        .set("title", section.section->title)
        .set("title_error", !errors.empty())
        .set("error_summary", error_summary(errors))
        .set("saved_note", Data::text_or_no(saved_note))
        .set("eyebrow", board.board.name)
        .set("heading", numbered(section.section->number, section.section->title))
        .set("key_question", Data::text_or_no(section.section->key_question))
        .set("action", "/form/" + section_code + unit_query(workspace))
        .set("boxes", section_fields(board, section, typed))
        .set("has_commitments", actions)
        .set("actions_heading", "Actions")
        .set("actions_hint", "Say what will be done, who leads, and by when.")
        .set("commitments",
             commitment_rows(commitments,
                             column_asked(workspace.boards, frameworks::ActionField::area),
                             column_asked(workspace.boards, frameworks::ActionField::change)))
        .set("saved_at", false)
        .set("points_asked", asked_points(*section.section));
  }
  return {};
}

}  // namespace onereturn::gateway::views
