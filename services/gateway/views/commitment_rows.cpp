#include "gateway/views/commitment_rows.hpp"

#include <algorithm>

#include "domain/actions/action_titles.hpp"

namespace onereturn::gateway::views {
namespace {

using html::Data;

Data item_choices(const TypedCommitment& typed, const std::vector<ItemToActOn>& items) {
  auto list = Data::list();
  for (const auto& item : items) {
    list.push(Data::object()
                  .set("id", typed.key + "-item-" + std::to_string(list.items().size() + 1))
                  .set("value", item.code)
                  .set("text", item.text)
                  .set("checked", std::ranges::count(typed.items, item.code) > 0));
  }
  return list;
}

Data row(const TypedCommitment& typed, bool area_asked, bool change_asked,
         const std::vector<ItemToActOn>& items) {
  std::string summary;
  if (!typed.is_new()) {
    summary = typed.lead;
    if (const auto read = read_date(typed.by); read.date) {
      summary += (summary.empty() ? "by " : ", by ") + to_words(*read.date);
    }
  }
  auto data = Data::object();
  add_date(data, typed.key, typed.by);
  return data.set("removable", !typed.is_new())
      .set("open", !typed.error.empty())
      .set("error", Data::text_or_no(typed.error))
      .set("what_shown", typed.is_new() ? "Add an action" : typed.what)
      .set("summary", summary)
      .set("what", typed.what)
      .set("how", typed.how)
      .set("lead", typed.lead)
      .set("area_asked", area_asked)
      .set("area", typed.area)
      .set("change_asked", change_asked)
      .set("change", typed.change)
      .set("item_asked", !items.empty())
      .set("items", item_choices(typed, items));
}

}  // namespace

bool TypedCommitment::empty() const {
  return what.empty() && how.empty() && lead.empty() && area.empty() && change.empty() &&
         by.empty();
}

TypedCommitment typed(const returns::KeptCommitment& kept) {
  TypedCommitment typed;
  typed.key = "c-" + kept.commitment.text();
  typed.what = kept.words.what;
  typed.how = kept.words.how;
  typed.lead = kept.words.lead;
  typed.area = kept.words.area;
  typed.change = kept.words.change;
  typed.by = typed_date(kept.words.by_on);
  for (const auto& subject : kept.words.subjects) {
    if (!subject.item.empty()) typed.items.push_back(subject.item);
  }
  return typed;
}

std::vector<TypedCommitment> typed_commitments(const http::Fields& form) {
  std::vector<TypedCommitment> rows;
  for (const auto& key : form.all("commitment")) {
    TypedCommitment typed;
    typed.key = key;
    typed.what = form.get(key + "_what");
    typed.how = form.get(key + "_how");
    typed.lead = form.get(key + "_lead");
    typed.area = form.get(key + "_area");
    typed.change = form.get(key + "_change");
    typed.by = typed_date(form, key);
    typed.items = form.all(key + "_item");
    rows.push_back(std::move(typed));
  }
  return rows;
}

ReadCommitment read_commitment(const TypedCommitment& typed) {
  ReadCommitment read;
  read.words.what = typed.what;
  read.words.how = typed.how;
  read.words.lead = typed.lead;
  read.words.area = typed.area;
  read.words.change = typed.change;
  const auto by = read_date(typed.by);
  read.words.by_on = by.date;
  read.error = by.error;
  return read;
}

bool same_words(const returns::WriteCommitment& words, const returns::KeptCommitment& kept) {
  return words.what == kept.words.what && words.how == kept.words.how &&
         words.lead == kept.words.lead && words.by_on == kept.words.by_on &&
         words.area == kept.words.area && words.change == kept.words.change;
}

std::vector<ItemToActOn> items_to_act_on(const frameworks::Section& section) {
  std::vector<ItemToActOn> items;
  int rated = 0;
  for (const auto& item : section.items) {
    rated += std::ranges::any_of(item.boxes, [](const frameworks::Box& box) {
      return box.content == frameworks::BoxContent::rating &&
             box.filled_by != frameworks::FilledBy::board;
    });
    const auto wording = item.wording.substr(0, item.wording.find('\n'));
    items.push_back({item.code, actions::title_line(numbered(item.number, wording))});
  }
  if (rated < 2) items.clear();
  return items;
}

Data commitment_rows(const std::vector<TypedCommitment>& rows, bool area_asked, bool change_asked,
                     const std::vector<ItemToActOn>& items) {
  auto list = Data::list();
  bool has_new = false;
  for (const auto& typed : rows) {
    has_new = has_new || typed.is_new();
    list.push(row(typed, area_asked, change_asked, items));
  }
  if (!has_new) {
    TypedCommitment empty;
    empty.key = "c-new";
    list.push(row(empty, area_asked, change_asked, items));
  }
  return list;
}

bool column_asked(const std::vector<returns::Engaged>& boards, frameworks::ActionField field) {
  for (const auto& board : boards) {
    for (const auto& section : board.form->sections) {
      for (const auto& column : section.action_table) {
        if (column.field == field) return true;
      }
    }
  }
  return false;
}

}  // namespace onereturn::gateway::views
