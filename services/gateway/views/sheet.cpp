#include "gateway/views/sheet.hpp"

#include <algorithm>

#include "gateway/views/words.hpp"
#include "platform/html/href.hpp"

namespace onereturn::gateway::views {
namespace {

using frameworks::BoxContent;
using frameworks::FilledBy;
using html::Data;
using mapping::BoxState;

const mapping::RenderedBox* rendered(const SheetInput& input, const std::string& box_no) {
  for (const auto& box : input.copy->boxes) {
    if (box.box_no == box_no) return &box;
  }
  return nullptr;
}

const frameworks::ScalePoint* point_of(const frameworks::Template& form, const std::string& code) {
  if (!form.scale) return nullptr;
  for (const auto& point : form.scale->points) {
    if (point.code == code) return &point;
  }
  return nullptr;
}

std::vector<std::string> labels(const SheetInput& input, const std::vector<std::string>& codes) {
  std::vector<std::string> words;
  for (const auto& code : codes) {
    const auto* point = point_of(*input.form, code);
    words.push_back(point == nullptr ? code : point->label);
  }
  return words;
}

Data paragraphs(const mapping::RenderedBox& box) {
  auto list = Data::list();
  if (!box.overridden) {
    for (const auto& paragraph : box.paragraphs) {
      list.push(Data::object()
                    .set("lead",
                         Data::text_or_no(paragraph.heading.empty() ? "" : paragraph.heading + "."))
                    .set("text", paragraph.text.starts_with("- ") ? "\n" + paragraph.text
                                                                  : paragraph.text));
    }
  }
  if (list.items().empty() && !box.text.empty()) {
    list.push(Data::object().set("lead", false).set("text", box.text));
  }
  return list;
}

std::string to_do(const SheetInput& input, const mapping::RenderedBox& box) {
  if (!input.draft) return {};
  if (input.unconfirmed.contains(box.box_no) || input.unconfirmed.contains(box.item)) {
    return "A draft is not in here until it is confirmed";
  }
  switch (box.state) {
    case BoxState::unanswered:
      return box.content == BoxContent::improvement ? "" : "Not answered yet";
    case BoxState::choose:
      return "Choose " + joined(labels(input, box.points), "or");
    case BoxState::no_point:
      return "No point covers this level: choose one";
    default:
      return {};
  }
}

Data cell(const SheetInput& input, const frameworks::Box& box, const std::string& about) {
  const auto* found = rendered(input, box.box_no);
  const bool open = found != nullptr && input.open_box == box.box_no;
  auto shown = Data::list();
  std::string blank;
  Data mark;
  std::string missing;
  if (found == nullptr || found->state == BoxState::left_to_board) {
    blank = box.filled_by == FilledBy::board ? "For the board to fill in" : "Left empty";
    if (found != nullptr && found->content != BoxContent::rating) shown = paragraphs(*found);
  } else {
    if (box.content == BoxContent::rating) mark = light(*input.form, *found);
    shown = paragraphs(*found);
    missing = to_do(input, *found);
    if (shown.items().empty() && input.redacted.contains(box.box_no)) {
      blank = redacted_words;
    } else if (shown.items().empty() && mark.is_no() && missing.empty()) {
      blank = "Left empty";
    }
  }
  const auto separator = input.page_query.empty() ? "?" : "?" + input.page_query + "&";
  const auto href =
      open ? input.page_path + (input.page_query.empty() ? "" : "?" + input.page_query) + "#box-" +
                 as_id(box.box_no)
           : input.page_path + separator + "box=" + html::url_encoded(box.box_no) + "#account";
  return Data::object()
      .set("open", open)
      .set("label", box.label)
      .set("colspan", false)
      .set("anchor", "box-" + as_id(box.box_no))
      .set("show_label", false)
      .set("light", std::move(mark))
      .set("descriptor", false)
      .set("paragraphs", std::move(shown))
      .set("blank", Data::text_or_no(blank))
      .set("todo", Data::text_or_no(missing))
      .set("by_hand_mark", input.draft && found != nullptr && found->overridden)
      .set("why_href", found == nullptr ? Data() : Data(href))
      .set("why_text", open ? "Close this account" : "Where does this come from?")
      .set("why_about", about + ", " + box.label);
}

Data plain_cell(std::size_t span, Data lines) {
  return Data::object()
      .set("open", false)
      .set("label", "What is asked")
      .set("colspan", span)
      .set("anchor", "")
      .set("show_label", false)
      .set("light", false)
      .set("descriptor", false)
      .set("paragraphs", std::move(lines))
      .set("blank", false)
      .set("todo", false)
      .set("by_hand_mark", false)
      .set("why_href", false);
}

bool is_open(const SheetInput& input, const std::vector<frameworks::Box>& boxes) {
  return !input.open_box.empty() && std::any_of(boxes.begin(), boxes.end(), [&](const auto& box) {
    return box.box_no == input.open_box;
  });
}

Data account_of(const SheetInput& input, const std::vector<frameworks::Box>& boxes,
                std::size_t span) {
  if (!is_open(input, boxes)) return {};
  const auto* box = rendered(input, input.open_box);
  return box == nullptr ? Data() : account(input, *box).set("span", span);
}

// The labels of the boxes, when every item prints the same ones.
std::vector<const frameworks::Box*> shared_columns(const frameworks::Section& section) {
  std::vector<const frameworks::Box*> columns;
  for (const auto& item : section.items) {
    if (columns.empty()) {
      for (const auto& box : item.boxes)
        columns.push_back(&box);
      continue;
    }
    if (item.boxes.size() != columns.size()) return {};
    for (std::size_t at = 0; at < columns.size(); ++at) {
      if (item.boxes[at].label != columns[at]->label) return {};
    }
  }
  return columns;
}

Data column(const std::string& cls, const std::string& label) {
  return Data::object().set("cls", cls).set("label", label);
}

// A section whose boxes stand for all its points: the points, then the boxes under them.
void add_section_boxes(const SheetInput& input, const frameworks::Section& section, Data& rows,
                       const std::string& about) {
  const auto span = section.boxes.size();
  auto points = Data::list();
  for (const auto& item : section.items) {
    if (!item.boxes.empty()) continue;
    points.push(Data::object()
                    .set("lead", Data::text_or_no(item.number.value_or("")))
                    .set("text", item.wording));
  }
  if (!points.items().empty()) {
    auto cells = Data::list();
    cells.push(plain_cell(span, std::move(points)));
    rows.push(
        Data::object().set("item", false).set("cells", std::move(cells)).set("account", false));
  }
  auto cells = Data::list();
  for (const auto& box : section.boxes)
    cells.push(cell(input, box, about));
  rows.push(Data::object()
                .set("item", false)
                .set("cells", std::move(cells))
                .set("account", account_of(input, section.boxes, span)));
}

void add_item_rows(const SheetInput& input, const frameworks::Section& section, Data& rows,
                   std::size_t columns) {
  for (const auto& item : section.items) {
    if (item.boxes.empty()) continue;
    const auto about = item.number.value_or(item.wording);
    auto cells = Data::list();
    const bool odd = columns == 0;
    for (const auto& box : item.boxes) {
      auto filled = cell(input, box, about);
      filled.set("show_label", odd);
      cells.push(std::move(filled));
    }
    const auto span = item.boxes.size() + 1;
    rows.push(Data::object()
                  .set("item", Data::object()
                                   .set("number", Data::text_or_no(item.number.value_or("")))
                                   .set("wording", item.wording)
                                   .set("essential", item.essential))
                  .set("cells", std::move(cells))
                  .set("account", account_of(input, item.boxes, span)));
  }
}

std::string action_field(const mapping::RenderedAction& action, frameworks::ActionField field) {
  switch (field) {
    case frameworks::ActionField::what:
      return action.what;
    case frameworks::ActionField::area:
      return action.area.empty() ? action.what : action.area;
    case frameworks::ActionField::how:
      return action.how;
    case frameworks::ActionField::lead:
      return action.lead;
    case frameworks::ActionField::by_on:
      return action.by_on ? to_words(*action.by_on) : "";
    case frameworks::ActionField::change:
      return action.change;
    default:
      return {};
  }
}

void add_actions(const SheetInput& input, const frameworks::Section& section, Data& data) {
  auto columns = Data::list();
  for (const auto& own : section.action_table) {
    columns.push(Data::object().set("label", own.label));
  }
  auto rows = Data::list();
  for (const auto& action : input.copy->actions) {
    const bool here = std::any_of(action.places.begin(), action.places.end(),
                                  [&](const auto& place) { return place.section == section.code; });
    if (!here || section.action_table.empty()) continue;
    auto cells = Data::list();
    for (const auto& own : section.action_table) {
      cells.push(
          Data::object().set("label", own.label).set("text", action_field(action, own.field)));
    }
    rows.push(Data::object().set("cells", std::move(cells)));
  }
  data.set("has_actions", !section.action_table.empty())
      .set("actions_title", "Actions: " + numbered(section.number, section.title))
      .set("action_span", section.action_table.size())
      .set("action_columns", std::move(columns))
      .set("actions", std::move(rows));
}

Data section_table(const SheetInput& input, const frameworks::Section& section) {
  const auto title = numbered(section.number, section.title);
  auto rows = Data::list();
  auto columns = Data::list();
  std::size_t span = 1;
  if (!section.boxes.empty()) {
    span = section.boxes.size();
    for (const auto& box : section.boxes)
      columns.push(column("", box.label));
    add_section_boxes(input, section, rows, title);
  }
  const auto shared = shared_columns(section);
  if (section.boxes.empty() && !shared.empty()) {
    span = shared.size() + 1;
    const bool narrow = shared.size() > 2;
    columns.push(column(narrow ? "sheet__c-narrow" : "sheet__c-item", "What is asked"));
    for (const auto* box : shared) {
      const char* width = box->content == BoxContent::rating                  ? "sheet__c-rate"
                          : narrow && box->content == BoxContent::improvement ? "sheet__c-side"
                                                                              : "";
      columns.push(column(width, box->label));
    }
  }
  add_item_rows(input, section, rows, columns.items().size());
  const bool has_head = !columns.items().empty();
  auto data = Data::object();
  data.set("title", title)
      .set("key_question", Data::text_or_no(section.key_question))
      .set("span", span)
      .set("has_head", has_head)
      .set("columns", std::move(columns))
      .set("rows", std::move(rows));
  add_actions(input, section, data);
  return data;
}

void add_details(const SheetInput& input, Data& data) {
  auto list = Data::list();
  for (const auto& detail : input.form->details) {
    const auto* box = rendered(input, detail.box_no);
    list.push(
        Data::object()
            .set("label", detail.label)
            .set("text", Data::text_or_no(input.redacted.contains(detail.box_no) ? redacted_words
                                          : box == nullptr                       ? ""
                                                                                 : box->text)));
  }
  data.set("has_details", !list.items().empty());
  data.set("details", std::move(list));
}

std::string signed_field(const SheetInput& input, const std::string& role,
                         const std::string& field) {
  if (role != "agency") return "For the board";
  if (!input.signature) return "";
  if (field == "Position" || field == "Designation") return input.signature->position;
  if (field == "Date") return input.signature->date;
  return input.signature->name;
}

void add_sign_off(const SheetInput& input, Data& data) {
  auto list = Data::list();
  for (const auto& party : input.form->sign_off) {
    for (const auto& field : party.fields) {
      list.push(Data::object()
                    .set("label", party.party + ": " + field)
                    .set("text", Data::text_or_no(signed_field(input, party.role, field))));
    }
  }
  data.set("has_sign_off", !list.items().empty());
  data.set("sign_off", std::move(list));
}

}  // namespace

Data light(const frameworks::Template& form, const mapping::RenderedBox& box) {
  if (box.state == BoxState::not_applicable && box.content == BoxContent::rating) {
    const auto& own = form.scale ? form.scale->not_applicable_label : "";
    return Data::object()
        .set("colour", "#48575e")
        .set("icon", "na")
        .set("text", own.empty() ? "Not applicable" : own);
  }
  if (box.point.empty()) return {};
  const auto* point = point_of(form, box.point);
  const auto symbol = point == nullptr || point->symbol.empty() ? "disc" : point->symbol;
  return Data::object()
      .set("colour", point == nullptr ? "#113c4a" : safe_colour(point->colour))
      .set("icon", as_id(symbol))
      .set("text", box.point_label.empty() && point != nullptr ? point->label : box.point_label);
}

Data sheet(const SheetInput& input) {
  auto sections = Data::list();
  for (const auto& section : input.form->sections) {
    sections.push(section_table(input, section));
  }
  auto data = Data::object();
  data.set("form_name", input.form->name)
      .set("board_name", input.board_name)
      .set("agency_name", input.agency_name)
      .set("sections", std::move(sections));
  add_details(input, data);
  add_sign_off(input, data);
  return data;
}

std::string rating_words(const mapping::RenderedCopy& copy) {
  int all = 0, follow = 0, chosen = 0, wait = 0, not_applicable = 0;
  for (const auto& box : copy.boxes) {
    if (box.content != BoxContent::rating || box.filled_by == FilledBy::board) continue;
    ++all;
    follow += box.state == BoxState::set ? 1 : 0;
    chosen += box.state == BoxState::chosen ? 1 : 0;
    not_applicable += box.state == BoxState::not_applicable ? 1 : 0;
    wait += box.state == BoxState::choose || box.state == BoxState::unanswered ||
                    box.state == BoxState::no_point
                ? 1
                : 0;
  }
  if (all == 0) return {};
  std::vector<std::string> parts;
  if (follow > 0) {
    parts.push_back(std::to_string(follow) + (follow == 1 ? " follows" : " follow") +
                    " from your answers");
  }
  if (chosen > 0) parts.push_back(std::to_string(chosen) + " you chose");
  if (not_applicable > 0) parts.push_back(std::to_string(not_applicable) + " not applicable");
  if (wait > 0)
    parts.push_back(std::to_string(wait) + (wait == 1 ? " waits" : " wait") + " for you");
  std::string words;
  for (const auto& part : parts)
    words += (words.empty() ? "" : ", ") + part;
  return counted(all, "rating", "ratings") + ": " + words + ".";
}

}  // namespace onereturn::gateway::views
