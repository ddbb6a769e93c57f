#include "domain/reporting/return_document.hpp"

#include <algorithm>

#include "domain/documents/column_widths.hpp"
#include "domain/reporting/draft_words.hpp"
#include "domain/reporting/return_boxes.hpp"

namespace onereturn::reporting {

namespace {

using documents::Block;
using documents::Cell;
using documents::Table;
using frameworks::ActionField;

constexpr int rows_to_write_on = 3;

std::string numbered(const std::optional<std::string>& number, const std::string& title) {
  return number && !number->empty() ? *number + ". " + title : title;
}

Cell item_cell(const frameworks::Item& item, bool blank) {
  auto one =
      words_cell((item.number.value_or("").empty() ? "" : *item.number + " ") + item.wording);
  if (item.essential) one.paragraphs.push_back(plain("Essential"));
  if (!blank) return one;
  for (const auto& guidance : item.guidance) {
    for (auto& line : lines_of(guidance))
      one.paragraphs.push_back(std::move(line));
  }
  for (const auto& prompt : item.prompts)
    one.paragraphs.push_back(plain("Evidence might be: " + prompt));
  return one;
}

// The labels of the boxes, when every item that has boxes prints the same ones.
bool same_columns(const std::vector<const frameworks::Item*>& items) {
  return std::all_of(items.begin(), items.end(), [&](const frameworks::Item* item) {
    const auto& first = items.front()->boxes;
    return item->boxes.size() == first.size() &&
           std::equal(first.begin(), first.end(), item->boxes.begin(),
                      [](const auto& a, const auto& b) {
                        return a.label == b.label && a.filled_by == b.filled_by;
                      });
  });
}

int width_of(const frameworks::Box& box) {
  return box.content == frameworks::BoxContent::rating ? 2 : 5;
}

void add_section_boxes(const PrintedBoxes& boxes, const frameworks::Section& section,
                       const std::string& title, std::vector<Block>& blocks) {
  documents::List points;
  for (const auto& item : section.items) {
    if (item.boxes.empty()) points.items.push_back(item_cell(item, boxes.blank()).paragraphs);
  }
  if (!points.items.empty()) blocks.emplace_back(std::move(points));
  if (section.boxes.empty()) return;
  Table table;
  table.caption = title;
  table.name = "section-" + section.code;
  std::vector<Cell> row;
  for (const auto& box : section.boxes) {
    table.columns.push_back({box_heading(box), width_of(box)});
    row.push_back(boxes.cell(box));
  }
  table.rows.push_back(std::move(row));
  if (!boxes.blank()) documents::share_by_words(table);
  blocks.emplace_back(std::move(table));
}

// Where items print boxes of their own, each box has a row, below its item.
Table odd_items(const PrintedBoxes& boxes, const std::vector<const frameworks::Item*>& items) {
  Table table;
  table.columns = {{"Box", 2}, {"Answer", 5}};
  table.first_is_heading = true;
  for (const auto* item : items) {
    auto across = item_cell(*item, boxes.blank());
    across.heading = true;
    across.columns = 2;
    table.rows.push_back({std::move(across)});
    for (const auto& box : item->boxes)
      table.rows.push_back({heading_cell(box_heading(box)), boxes.cell(box)});
  }
  return table;
}

Table even_items(const PrintedBoxes& boxes, const std::vector<const frameworks::Item*>& items) {
  Table table;
  table.columns = {{"What is asked", 4}};
  table.first_is_heading = true;
  for (const auto& box : items.front()->boxes)
    table.columns.push_back({box_heading(box), width_of(box)});
  for (const auto* item : items) {
    auto first = item_cell(*item, boxes.blank());
    first.heading = true;
    std::vector<Cell> row{std::move(first)};
    for (const auto& box : item->boxes)
      row.push_back(boxes.cell(box));
    table.rows.push_back(std::move(row));
  }
  if (!boxes.blank()) documents::share_by_words(table);
  return table;
}

void add_items(const PrintedBoxes& boxes, const frameworks::Section& section,
               const std::string& title, std::vector<Block>& blocks) {
  std::vector<const frameworks::Item*> items;
  for (const auto& item : section.items) {
    if (!item.boxes.empty()) items.push_back(&item);
  }
  if (items.empty()) return;
  auto table = same_columns(items) ? even_items(boxes, items) : odd_items(boxes, items);
  table.caption = title;
  table.name = "items-" + section.code;
  blocks.emplace_back(std::move(table));
}

std::string field_of(const mapping::RenderedAction& action, ActionField field) {
  switch (field) {
    case ActionField::what:
      return action.what;
    case ActionField::area:
      return action.area.empty() ? action.what : action.area;
    case ActionField::how:
      return action.how;
    case ActionField::lead:
      return action.lead;
    case ActionField::by_on:
      return action.by_on ? to_words(*action.by_on) : "";
    case ActionField::change:
      return action.change;
    case ActionField::progress:
    case ActionField::evidence:
      break;
  }
  return {};
}

void add_actions(const PrintedBoxes& boxes, const frameworks::Section& section,
                 const std::string& title, std::vector<Block>& blocks) {
  if (section.action_table.empty()) return;
  blocks.emplace_back(heading("Actions: " + section.title, "actions-" + section.code, 3));
  const auto actions = boxes.actions(section.code);
  if (actions.empty() && !boxes.blank()) {
    blocks.emplace_back(plain("No action was given for this part."));
    return;
  }
  Table table;
  table.caption = "Actions: " + title;
  table.name = "actions-" + section.code;
  for (const auto& column : section.action_table)
    table.columns.push_back({column.label, 1});
  for (const auto* action : actions) {
    std::vector<Cell> row;
    for (const auto& column : section.action_table)
      row.push_back(words_cell(field_of(*action, column.field)));
    table.rows.push_back(std::move(row));
  }
  for (int line = 0; boxes.blank() && line < rows_to_write_on; ++line)
    table.rows.emplace_back(section.action_table.size(), cell("\xC2\xA0"));
  if (!boxes.blank()) documents::share_by_words(table);
  blocks.emplace_back(std::move(table));
}

void add_details(const PrintedBoxes& boxes, std::vector<Block>& blocks) {
  if (boxes.form().details.empty()) return;
  Table table;
  table.caption = "Details of the organisation";
  table.name = "details";
  table.columns = {{"Detail", 2}, {"Answer", 5}};
  table.first_is_heading = true;
  for (const auto& detail : boxes.form().details)
    table.rows.push_back({heading_cell(detail.label), boxes.detail(detail.box_no)});
  blocks.emplace_back(heading("Details", "details"));
  blocks.emplace_back(std::move(table));
}

void add_scale(const frameworks::Template& form, std::vector<Block>& blocks) {
  if (!form.scale || form.scale->points.empty()) return;
  Table table;
  table.caption = "The points of the scale";
  table.name = "scale";
  table.columns = {{"Point", 2}, {"What it says", 6}};
  table.first_is_heading = true;
  for (const auto& point : form.scale->points) {
    auto words = words_cell(point.descriptor, "The form says no more about it.");
    if (point.action_demanded) words.paragraphs.push_back(plain("It needs an action with it."));
    table.rows.push_back({heading_cell(point.label), std::move(words)});
  }
  if (!form.scale->not_applicable_label.empty()) {
    table.rows.push_back({heading_cell(form.scale->not_applicable_label),
                          cell("No point of the scale: what is asked does not apply.")});
  }
  blocks.emplace_back(heading("The scale", "scale"));
  blocks.emplace_back(std::move(table));
}

void add_sections(const PrintedBoxes& boxes, std::vector<Block>& blocks) {
  for (const auto& section : boxes.form().sections) {
    const auto title = numbered(section.number, section.title);
    blocks.emplace_back(heading(title, "part-" + section.code));
    if (!section.key_question.empty()) blocks.emplace_back(plain(section.key_question));
    for (const auto& guidance : section.guidance) {
      for (auto& line : lines_of(guidance))
        blocks.emplace_back(std::move(line));
    }
    add_section_boxes(boxes, section, title, blocks);
    add_items(boxes, section, title, blocks);
    add_actions(boxes, section, title, blocks);
  }
}

void add_evidence(const fan_out::DeliveredCopy& copy, std::vector<Block>& blocks) {
  if (copy.copy.evidence.empty()) return;
  Table table;
  table.caption = "Evidence that the organisation names";
  table.name = "evidence";
  table.columns = {{"No", 1}, {"Evidence", 5}, {"Where it is kept", 4}, {"Of", 2}};
  int number = 0;
  for (const auto& piece : copy.copy.evidence) {
    table.rows.push_back({figure_cell(++number), words_cell(piece.title),
                          words_cell(piece.kept_where, "Came with the return"),
                          cell(piece.effective_on ? to_words(*piece.effective_on) : "")});
  }
  blocks.emplace_back(heading("Evidence", "evidence"));
  blocks.emplace_back(std::move(table));
}

void add_sign_off(const frameworks::Template& form, const fan_out::DeliveredCopy* copy,
                  std::vector<Block>& blocks) {
  documents::SignOffs signs;
  for (const auto& party : form.sign_off) {
    documents::SignOff line;
    line.role = party.party;
    if (copy != nullptr) {
      const auto found =
          std::find_if(copy->sign_offs.begin(), copy->sign_offs.end(),
                       [&](const fan_out::SignOff& one) { return one.party == party.role; });
      if (found != copy->sign_offs.end()) {
        line.name = found->name + (found->position.empty() ? "" : ", " + found->position);
        if (found->at) line.date = to_words(day_in_england(*found->at));
      }
    }
    signs.lines.push_back(std::move(line));
  }
  if (signs.lines.empty()) return;
  blocks.emplace_back(heading("Signed off", "signed-off"));
  blocks.emplace_back(std::move(signs));
}

std::string standing_of(const fan_out::Receipt& receipt) {
  auto words = "Version " + figure(receipt.version_no);
  switch (receipt.standing) {
    case fan_out::Standing::offered:
      return words + ", offered and not accepted yet";
    case fan_out::Standing::declined:
      return words + ", not accepted by the board";
    case fan_out::Standing::replaced:
      return words + ", offered and replaced by a newer one";
    case fan_out::Standing::accepted:
      break;
  }
  if (receipt.stands > receipt.version_no) {
    return words + ", replaced by version " + figure(receipt.stands);
  }
  return words;
}

Table facts_table(const std::vector<std::pair<std::string, std::string>>& facts,
                  const char* caption) {
  Table table;
  table.caption = caption;
  table.name = "about";
  table.columns = {{"About", 2}, {"What is known", 5}};
  table.first_is_heading = true;
  for (const auto& [label, text] : facts) {
    if (!text.empty()) table.rows.push_back({heading_cell(label), words_cell(text)});
  }
  return table;
}

void add_check(const fan_out::Receipt& receipt, const PaperOfReturn& paper,
               std::vector<Block>& blocks) {
  blocks.emplace_back(heading("How to check this copy", "check"));
  if (!receipt.code.empty() && paper.verify_url.empty()) {
    blocks.emplace_back(plain("Its code is " + receipt.code +
                              ", by which the service says whether it"
                              " is what the board received. Its hash is " +
                              receipt.hash + "."));
    return;
  }
  if (receipt.code.empty()) {
    blocks.emplace_back(
        plain("The board has not acknowledged this return yet, so it has no code"
              " by which it can be checked. Its hash is " +
              receipt.hash + "."));
    return;
  }
  auto words = plain("Anybody can check that this is what the board received: open ");
  words.spans.push_back({paper.verify_url, false, false, paper.verify_url, ""});
  words.spans.push_back({" or give the code " + receipt.code +
                             " there. The page says whether the"
                             " version is still the newest, and its hash must be " +
                             receipt.hash + ".",
                         false, false, "", ""});
  blocks.emplace_back(std::move(words));
  if (!paper.code.svg.empty()) blocks.emplace_back(paper.code);
}

}  // namespace

documents::Document return_document(const fan_out::DeliveredCopy& copy,
                                    const PaperOfReturn& paper) {
  const auto& receipt = copy.receipt;
  const auto agency = copy.unit.empty() ? copy.agency : copy.agency + ", " + copy.unit;
  documents::Document document;
  document.title = agency + ": " + copy.form->name;
  document.subtitle = copy.audit + ", to " + copy.board;
  document.record = "Return " + copy.id.text();
  document.check_value = receipt.hash;
  document.standing = standing_of(receipt);
  document.verify_url = paper.verify_url;
  std::string signed_by;
  std::string statement;
  if (!copy.sign_offs.empty()) {
    const auto& by = copy.sign_offs.front();
    signed_by = by.name + (by.position.empty() ? "" : ", " + by.position);
    statement = by.statement;
  }
  auto& blocks = document.blocks;
  blocks.emplace_back(facts_table(
      {{"From", agency},
       {"To", copy.board},
       {"What", copy.audit},
       {"Due", to_words(copy.due_on)},
       {"Received", to_words_with_time(receipt.received_at)},
       {"Acknowledged", receipt.acknowledged_at ? to_words_with_time(*receipt.acknowledged_at)
                                                : std::string("Not yet")},
       {"Version", document.standing},
       {"Authorised by", signed_by},
       {"Statement", statement}},
      "About this return"));
  const PrintedBoxes boxes(copy, paper);
  add_details(boxes, blocks);
  add_scale(*copy.form, blocks);
  add_sections(boxes, blocks);
  add_evidence(copy, blocks);
  add_sign_off(*copy.form, &copy, blocks);
  add_check(receipt, paper, blocks);
  return document;
}

documents::Document blank_return(const frameworks::Template& form, const BlankForm& about) {
  documents::Document document;
  document.title = about.title.empty() ? form.name : about.title;
  document.subtitle = about.board;
  document.standing = "Blank form, version " + figure(form.ref.version);
  auto& blocks = document.blocks;
  if (!form.about.empty()) {
    for (auto& line : lines_of(form.about))
      blocks.emplace_back(std::move(line));
  }
  blocks.emplace_back(
      facts_table({{"From", about.agency.empty() ? std::string("\xC2\xA0") : about.agency},
                   {"To", about.board},
                   {"Form", form.name},
                   {"Due", about.due_on ? to_words(*about.due_on) : std::string()}},
                  "About this form"));
  const PrintedBoxes boxes(form);
  add_details(boxes, blocks);
  add_scale(form, blocks);
  add_sections(boxes, blocks);
  add_sign_off(form, nullptr, blocks);
  return document;
}

documents::Document receipt_document(const fan_out::Receipt& receipt, const PaperOfReturn& paper) {
  documents::Document document;
  const bool done = receipt.acknowledged_at.has_value();
  document.title = done ? "Receipt" : "Delivery note";
  document.subtitle = receipt.board + (done ? " has received this return" : " holds this return");
  document.record = "Return " + receipt.id.text();
  document.check_value = receipt.hash;
  document.standing = standing_of(receipt);
  document.verify_url = paper.verify_url;
  auto& blocks = document.blocks;
  const auto by = receipt.acknowledged_by.empty() ? "" : " by " + receipt.acknowledged_by;
  blocks.emplace_back(facts_table(
      {{"From", receipt.agency},
       {"To", receipt.board},
       {"What", receipt.audit},
       {"Version", document.standing},
       {"Delivered", to_words_with_time(receipt.received_at)},
       {"Acknowledged",
        done ? to_words_with_time(*receipt.acknowledged_at) + by : std::string("Not yet")},
       {"Decided", receipt.decided_at
                       ? to_words_with_time(*receipt.decided_at) +
                             (receipt.decided_by.empty() ? "" : " by " + receipt.decided_by)
                       : std::string()},
       {"The board’s words", receipt.decision_words},
       {"Code", receipt.code},
       {"Hash", receipt.hash}},
      "About this receipt"));
  add_check(receipt, paper, blocks);
  return document;
}

}  // namespace onereturn::reporting
