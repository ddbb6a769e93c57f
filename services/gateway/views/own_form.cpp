#include "gateway/views/own_form.hpp"

#include <algorithm>

#include "gateway/views/box_field_parts.hpp"
#include "gateway/views/common_choice.hpp"
#include "gateway/views/kept_words.hpp"

namespace onereturn::gateway::views {

using html::Data;

namespace {

// What stands in the box to be written in: what was added here to a common text, the unit's own
// words, or those of last time while there are none.
const std::string& kept_text(const returns::FormBox& box) {
  if (box.inherited != nullptr) return box.inherited->here;
  if (box.earlier != nullptr && box.above == nullptr) return box.earlier->text;
  return box.written.text;
}

// What a unit above has answered, or what this one wrote last time.
void add_start(Data& field, const returns::FormBox& box, const std::string& id,
               const TypedBox* refused) {
  const auto from = refused != nullptr && !refused->from.empty()
                        ? refused->from
                        : chosen_source(box.inherited != nullptr, !box.written.text.empty());
  field.set("common", common_choice(box.above, box.inherited, id, from));
  if (box.inherited != nullptr && box.inherited->changed) field.set("cls", "extra--todo");
  if (box.earlier == nullptr || box.above != nullptr || refused != nullptr) return;
  field.set("earlier", "This is what you wrote here last time" +
                           (box.earlier->on ? ", on " + to_words(*box.earlier->on) : "") +
                           ". Read it again; it counts when you confirm it.");
}

Data form_field(const returns::Workspace& workspace, const returns::Engaged& board,
                const returns::FormBox& box, const std::string& title, const TypedBoxes& typed,
                const std::optional<frameworks::NotApplicableRule>& own_rule, const May& may) {
  const auto id = form_box_id(*box.box);
  const auto* refused = typed_in(typed, id);
  auto field = empty_field(id, title);
  add_standing(field, box.done, box.draft,
               box.version == 0
                   ? std::string()
                   : box_history_href(workspace, board, returns::BoxKind::direct, box.box->box_no));
  field.set("version", box.version).set("rank", 2);
  field.set("locked", !may.write);
  const auto& point = refused != nullptr ? refused->point : box.written.point;
  const auto& text = refused != nullptr ? refused->text : kept_text(box);
  const auto& reason = refused != nullptr ? refused->reason : box.written.not_applicable_reason;
  add_start(field, box, id, refused);
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
    const bool improvement = box.box->content == frameworks::BoxContent::improvement;
    field.set("rows", improvement ? 3 : 7);
    if (may.write && box.box->required && text.empty() && box.above == nullptr) {
      const auto promise = board.side.promises.find(box.box->box_no);
      add_later(field, box.box->label,
                promise == board.side.promises.end()
                    ? std::nullopt
                    : std::optional<mapping::Promise>(promise->second));
    }
  }
  add_refusal(field, refused);
  return field;
}

bool for_agency(const returns::FormBox& box) {
  return box.box->filled_by != frameworks::FilledBy::board &&
         box.box->content != frameworks::BoxContent::detail;
}

Data section_fields(const returns::Workspace& workspace, const returns::Engaged& board,
                    const returns::FormSection& section, const TypedBoxes& typed, const May& may) {
  auto list = Data::list();
  for (const auto& box : section.boxes) {
    if (for_agency(box)) {
      list.push(form_field(workspace, board, box, box.box->label, typed, std::nullopt, may)
                    .set("quiet_label", true));
    }
  }
  for (const auto& item : section.items) {
    auto title = numbered(item.item->number, item.item->wording);
    for (const auto& box : item.boxes) {
      if (!for_agency(box)) continue;
      const bool first = !title.empty();
      auto field = form_field(workspace, board, box, first ? title : box.box->label, typed,
                              item.item->not_applicable, may);
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

namespace {

// Of every request to this unit, the earliest date first: what is next stands on top, and what is
// sent below.
std::vector<std::pair<const returns::Engaged*, returns::FormSection>> sections_by_date(
    const returns::Workspace& workspace) {
  std::vector<std::pair<const returns::Engaged*, returns::FormSection>> all;
  for (const auto& board : workspace.boards) {
    for (auto& section : returns::own_form(workspace, board))
      all.emplace_back(&board, std::move(section));
  }
  std::stable_partition(all.begin(), all.end(), [](const auto& each) { return !each.first->sent; });
  return all;
}

}  // namespace

namespace {

// By when, or what was sent: nothing is late that is there.
std::string due_words(const returns::Workspace& workspace, const returns::Engaged& board) {
  const auto due = to_words(board.due_on);
  if (board.sent) {
    return "Sent on " + to_words(day_in_england(board.sent->submitted_at)) + ". It was due on " +
           due + ".";
  }
  const auto days = days_between(workspace.today, board.due_on);
  return "Due on " + due + ", " + (days > 0 ? "in " + days_words(days) : days_words(days)) + ".";
}

}  // namespace

Data own_form_page(const returns::Workspace& workspace, const returns::Engaged& board) {
  const auto unit = unit_query(workspace);
  auto rows = Data::list();
  Data next;
  int done = 0;
  const bool rolling = workspace.boards.size() > 1;
  const auto sections = sections_by_date(workspace);
  for (const auto& [asking, section] : sections) {
    const auto title = numbered(section.section->number, section.section->title);
    const auto href = "/form/" + section.section->code + unit;
    const bool sent = rolling && asking->sent.has_value();
    const bool full = sent || (section.boxes_done >= section.boxes_in_all && section.drafts == 0);
    const bool untouched = section.boxes_done == 0 && section.drafts == 0;
    done += full ? 1 : 0;
    auto words = std::to_string(section.boxes_done) + " of " +
                 counted(section.boxes_in_all, "box", "boxes") + " filled";
    if (section.drafts > 0) words += ", " + counted(section.drafts, "draft", "drafts");
    rows.push(Data::object()
                  .set("href", href)
                  .set("title", title)
                  .set("due", rolling ? Data("Due " + to_words(asking->due_on)) : Data())
                  .set("status", sent        ? status("green", "done", "Sent")
                                 : full      ? status("green", "done", "Done")
                                 : untouched ? status("quiet", "none", "Not started")
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
  return Data::object()
      .set("title", heading)
      .set("any_asked", false)
      .set("asked", Data::list())
      .set("error_summary", false)
      .set("from_colleagues", false)
      .set("notices", false)
      .set("eyebrow", board.board.name + ", " + board.form->name)
      .set("heading", heading)
      .set("lede", due_words(workspace, board))
      .set("carry_on", std::move(next))
      .set("preview_href", "/boards/" + board.request.text() + "/copy" + unit)
      .set("sections", std::move(rows));
}

namespace {

void add_form_evidence(Data& page, const returns::Engaged& board,
                       const returns::FormSection& section, const TypedSection& typed) {
  const auto& errors = typed.evidence_errors;
  auto kept_list = Data::list();
  for (const auto* kept : section.evidence) {
    kept_list.push(Data::object()
                       .set("id", kept->evidence.text())
                       .set("title", kept->title)
                       .set("how", kept_words(*kept))
                       .set("common", !kept->is_ours)
                       .set("checked", kept->granted.contains(board.board.board)));
  }
  const auto places = returns::evidence_places(*section.section);
  auto options = Data::list();
  auto files = Data::list();
  for (const auto& place : places) {
    files.push(Data::object()
                   .set("value", place.box_no)
                   .set("about", places.size() > 1 ? Data(place.place) : Data()));
    options.push(Data::object()
                     .set("value", place.box_no)
                     .set("text", place.place)
                     .set("selected", place.box_no == typed.evidence.place));
  }
  const bool fresh = typed.evidence.empty();
  page.set("has_evidence", !places.empty())
      .set("evidence", std::move(kept_list))
      .set("evidence_board", board.board.area)
      .set("several_places", places.size() > 1)
      .set("only_place", places.size() == 1 ? Data(places.front().box_no) : Data())
      .set("places", std::move(options))
      .set("file_places", std::move(files))
      .set("new_open", !fresh)
      .set("new_title", typed.evidence.title)
      .set("new_where", typed.evidence.where)
      .set("new_granted", fresh || !typed.evidence.boards.empty())
      .set("new_place_error", error_of(errors, "evidence-place"))
      .set("new_title_error", error_of(errors, "evidence-title"))
      .set("new_where_error", error_of(errors, "evidence-where"));
}

// When something here was saved last, and how much of it nobody stands by yet.
std::string saved_words(const returns::Engaged& board, const returns::FormSection& section) {
  std::optional<Instant> last;
  const auto look = [&](const std::vector<returns::FormBox>& boxes) {
    for (const auto& box : boxes) {
      const auto at = board.box_saved_at.find(returns::box_version_key("direct", box.box->box_no));
      if (at != board.box_saved_at.end()) last = last ? std::max(*last, at->second) : at->second;
    }
  };
  look(section.boxes);
  for (const auto& item : section.items)
    look(item.boxes);
  if (!last) return {};
  return "Saved " + to_words_with_time(*last) +
         (section.drafts == 0 ? ""
                              : ", " + counted(section.drafts, "draft", "drafts") + " to confirm");
}

std::vector<PageError> all_errors(const TypedSection& typed) {
  auto errors = errors_in(typed.boxes);
  for (const auto& commitment : typed.commitments) {
    if (!commitment.error.empty()) errors.push_back({commitment.key + "-what", commitment.error});
  }
  errors.insert(errors.end(), typed.evidence_errors.begin(), typed.evidence_errors.end());
  return errors;
}

}  // namespace

Data own_form_section_page(const returns::Workspace& workspace, const returns::Engaged& board,
                           const std::string& section_code, const TypedSection& typed,
                           const std::string& saved_note, May may) {
  for (const auto& section : returns::own_form(workspace, board)) {
    if (section.section->code != section_code) continue;
    const auto errors = all_errors(typed);
    const auto& table = section.section->action_table;
    const bool actions = !table.empty() || board.form->improvement_demands_action;
    auto page = Data::object();
    add_form_evidence(page, board, section, typed);
    return page.set("title", section.section->title)
        .set("title_error", !errors.empty())
        .set("error_summary", error_summary(errors))
        .set("saved_note", Data::text_or_no(saved_note))
        .set("writes", may.write)
        .set("eyebrow", board.board.name)
        .set("heading", numbered(section.section->number, section.section->title))
        .set("key_question", Data::text_or_no(section.section->key_question))
        .set("action", "/form/" + section_code + unit_query(workspace))
        .set("boxes", section_fields(workspace, board, section, typed.boxes, may))
        .set("has_commitments", actions)
        .set("actions_heading", "Actions")
        .set("actions_hint", "Say what will be done, who leads, and by when.")
        .set("commitments",
             commitment_rows(typed.commitments,
                             column_asked(workspace.boards, frameworks::ActionField::area),
                             column_asked(workspace.boards, frameworks::ActionField::change),
                             items_to_act_on(*section.section)))
        .set("saved_at", Data::text_or_no(saved_words(board, section)))
        .set("beside", false)
        .set("asked_of_boards", false)
        .set("points_asked", asked_points(*section.section));
  }
  return {};
}

}  // namespace onereturn::gateway::views
