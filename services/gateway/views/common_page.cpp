#include "gateway/views/common_page.hpp"

#include <algorithm>

#include "domain/frameworks/template_rules.hpp"
#include "domain/returns/home_view.hpp"
#include "gateway/views/home_view.hpp"
#include "gateway/views/words.hpp"

namespace onereturn::gateway::views {
namespace {

using html::Data;

const returns::CommonText* text_in(const returns::Engaged& board, const frameworks::Box& box) {
  const auto found = board.common_texts.find(box.box_no);
  return found == board.common_texts.end() ? nullptr : &found->second;
}

Data answered(int done, int all) {
  if (done == 0) return status("quiet", "none", "Nothing common yet");
  if (done >= all) return status("green", "done", "All answered");
  return status("act", "draft", std::to_string(done) + " of " + std::to_string(all) + " answered");
}

Data section_rows(const returns::Workspace& workspace, const std::string& unit) {
  auto rows = Data::list();
  for (const auto& board : workspace.boards) {
    for (const auto& section : board.form->sections) {
      const auto boxes = common_boxes(section);
      const auto done = std::count_if(boxes.begin(), boxes.end(), [&](const auto* box) {
        const auto* text = text_in(board, *box);
        return text != nullptr && !text->text.empty();
      });
      if (boxes.empty()) continue;
      rows.push(
          Data::object()
              .set("href", "/common/" + section.code + unit)
              .set("title", numbered(section.number, section.title))
              .set("status", answered(static_cast<int>(done), static_cast<int>(boxes.size()))));
    }
  }
  return rows;
}

Data question_rows(const returns::Workspace& workspace, const std::string& unit) {
  auto rows = Data::list();
  for (const auto* requirement : returns::asked_once(workspace)) {
    if (requirement->local == frameworks::LocalKind::whole) continue;
    const auto mark = mark_of(returns::answer_state(workspace, requirement->code));
    rows.push(Data::object()
                  .set("href", "/questions/" + requirement->code + unit)
                  .set("title", requirement->name)
                  .set("status", status("quiet", mark.icon, mark.words)));
  }
  return rows;
}

Data common_field(const returns::Engaged& board, const frameworks::Box& box,
                  const std::string& title, const TypedBoxes& typed) {
  const auto id = form_box_id(box);
  const auto refused = typed.find(id);
  const auto* kept = text_in(board, box);
  const std::string text = refused != typed.end() ? refused->second.text
                           : kept != nullptr      ? kept->text
                                                  : std::string();
  const int version = refused != typed.end() ? refused->second.version
                      : kept != nullptr      ? kept->version
                                             : 0;
  Data theirs, error;
  if (refused != typed.end()) {
    error = Data::text_or_no(refused->second.error);
    if (refused->second.theirs) theirs = Data::text_or_no(*refused->second.theirs);
  }
  return Data::object()
      .set("id", id)
      .set("title", title)
      .set("label", box.label)
      .set("value", text)
      .set("words", length_words(text))
      .set("version", version)
      .set("error", std::move(error))
      .set("theirs", std::move(theirs));
}

}  // namespace

std::vector<const frameworks::Box*> common_boxes(const frameworks::Section& section) {
  std::vector<const frameworks::Box*> boxes;
  const auto add = [&](const std::vector<frameworks::Box>& some) {
    for (const auto& box : some) {
      if (box.filled_by != frameworks::FilledBy::board && frameworks::holds_words(box)) {
        boxes.push_back(&box);
      }
    }
  };
  add(section.boxes);
  for (const auto& item : section.items)
    add(item.boxes);
  return boxes;
}

Data common_page(const returns::Workspace& workspace) {
  const auto unit = unit_query(workspace);
  std::vector<std::string> names;
  for (const auto& each : workspace.units) {
    if (!each.common) names.push_back(each.name);
  }
  auto units = Data::list();
  for (const auto& each : workspace.units) {
    units.push(Data::object()
                   .set("href", (each.common ? "/common?unit=" : "/home?unit=") + each.unit.text())
                   .set("text", each.common ? "Common answers: " + each.name : each.name)
                   .set("here", each.unit == workspace.unit));
  }
  const bool own_form = workspace.way == mapping::Way::own_form;
  return Data::object()
      .set("title", "Common answers")
      .set("eyebrow", workspace.unit_name)
      .set("heading", "Answered once for " + joined(names))
      .set("lede",
           "What you write here is offered to each of them, marked as common. Each takes it "
           "over, adds what is different there, or answers for itself. Nothing is sent "
           "from here.")
      .set("units", std::move(units))
      .set("what", own_form ? "Standard" : "Question")
      .set("rows", own_form ? section_rows(workspace, unit) : question_rows(workspace, unit));
}

Data common_section_page(const returns::Workspace& workspace, const returns::Engaged& board,
                         const frameworks::Section& section, const TypedBoxes& typed,
                         const std::string& saved_note) {
  auto boxes = Data::list();
  for (const auto& box : section.boxes) {
    if (box.filled_by != frameworks::FilledBy::board && frameworks::holds_words(box)) {
      boxes.push(common_field(board, box, box.label, typed));
    }
  }
  for (const auto& item : section.items) {
    for (const auto& box : item.boxes) {
      if (box.filled_by == frameworks::FilledBy::board || !frameworks::holds_words(box)) continue;
      boxes.push(common_field(board, box, numbered(item.number, item.wording), typed));
    }
  }
  std::vector<PageError> errors;
  for (const auto& [id, box] : typed) {
    if (!box.error.empty()) errors.push_back({id, box.error});
  }
  const auto unit = unit_query(workspace);
  return Data::object()
      .set("title", section.title)
      .set("title_error", !errors.empty())
      .set("error_summary", error_summary(errors))
      .set("saved_note", Data::text_or_no(saved_note))
      .set("back_href", "/common" + unit)
      .set("eyebrow", "Common answers of " + workspace.unit_name)
      .set("heading", numbered(section.number, section.title))
      .set("key_question", Data::text_or_no(section.key_question))
      .set("action", "/common/" + section.code + unit)
      .set("boxes", std::move(boxes));
}

}  // namespace onereturn::gateway::views
