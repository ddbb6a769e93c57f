#include "gateway/views/mapping_account.hpp"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "domain/frameworks/words.hpp"
#include "gateway/views/mapping_words.hpp"
#include "gateway/views/words.hpp"

namespace onereturn::gateway::views {
namespace {

using frameworks::Confidence;
using frameworks::FormsSideBySide;
using frameworks::ItemInCell;
using frameworks::ItemMapping;
using frameworks::MappedForm;
using frameworks::MappingStatus;
using frameworks::MatrixCell;
using frameworks::MatrixRow;
using frameworks::Requirement;
using html::Data;

std::optional<MatrixRow> row_of(const FormsSideBySide& all, const std::string& requirement) {
  auto matrix = frameworks::matrix_of(all.index, all.forms);
  for (auto& block : matrix.standards) {
    for (auto& row : block.rows) {
      if (row.requirement->code == requirement) return std::move(row);
    }
  }
  return std::nullopt;
}

std::string sure_words(Confidence confidence) {
  switch (confidence) {
    case Confidence::high:
      return "Sure";
    case Confidence::medium:
      return "Fairly sure";
    case Confidence::low:
      break;
  }
  return "Not sure";
}

std::string decided_words(const ItemMapping& mapping, const MappedForm& form) {
  std::string words = mapping.author.empty() ? "Proposed by somebody who is not named"
                                             : "Proposed by " + mapping.author;
  if (!mapping.reviewer.empty()) words += ", checked by " + mapping.reviewer;
  words += ". In use since " +
           (form.published_on ? to_words(*form.published_on) : "its beginning") + ", as version " +
           std::to_string(form.mapping->version) + " of this form’s mapping. ";
  return words + (mapping.status == MappingStatus::reviewed
                      ? "The framework’s steward has reviewed it."
                      : "The framework’s steward has not reviewed it yet.");
}

// What the item asks besides, requirement by requirement.
Data besides(const ItemInCell& one, const FormsSideBySide& all, const MappedForm& form,
             const Requirement& here) {
  auto list = Data::list();
  std::set<std::string> seen{here.code};
  for (const auto& requirement : all.framework->requirements) {
    const auto touches = [&](const std::string& facet) {
      return one.mapping->facets.contains(facet);
    };
    if (!std::ranges::any_of(requirement.facets, touches)) continue;
    if (!seen.insert(requirement.code).second) continue;
    list.push(Data::object()
                  .set("href", account_address(*form.form, requirement))
                  .set("text", requirement.code + " " + requirement.name));
  }
  return list;
}

Data statements_of(const std::set<std::string>& facets, const FormsSideBySide& all) {
  auto list = Data::list();
  for (const auto& facet : facets)
    list.push(Data::object().set("text", all.index.facet(facet)->statement));
  return list;
}

Data item_data(const ItemInCell& one, const FormsSideBySide& all, const MappedForm& form,
               const Requirement& here) {
  const auto& mapping = *one.mapping;
  auto also = besides(one, all, form, here);
  return Data::object()
      .set("id", "item-" + as_id(one.item->code))
      .set("number", number_of_item(*one.item))
      .set("wording", one.item->wording)
      .set("relation", frameworks::to_word(one.relation))
      .set("word", relation_word(one.relation))
      .set("sentence", relation_sentence(one.relation))
      .set("parts", statements_of(one.facets, all))
      .set("any_besides", !also.items().empty())
      .set("besides", std::move(also))
      .set("left_over", mapping.residual ? Data(mapping.residual->question) : Data())
      .set("rationale", Data::text_or_no(mapping.rationale))
      .set("sure", sure_words(mapping.confidence))
      .set("doubt", Data::text_or_no(mapping.doubt))
      .set("decided", decided_words(mapping, form));
}

// The parts of the requirement and which items of the form ask them.
Data parts_data(const Requirement& requirement, const MatrixCell& cell,
                const FormsSideBySide& all) {
  auto parts = Data::list();
  for (const auto& facet : requirement.facets) {
    std::vector<std::string> items;
    for (const auto& one : cell.items) {
      if (one.facets.contains(facet)) items.push_back(number_of_item(*one.item));
    }
    parts.push(Data::object()
                   .set("statement", all.index.facet(facet)->statement)
                   .set("items", Data::text_or_no(joined(items))));
  }
  return parts;
}

Data others_data(const MatrixRow& row, const FormsSideBySide& all, std::size_t here) {
  auto others = Data::list();
  for (std::size_t at = 0; at < all.forms.size(); ++at) {
    if (at == here) continue;
    const auto& cell = row.cells[at];
    others.push(Data::object()
                    .set("href", account_address(*all.forms[at].form, *row.requirement))
                    .set("board", board_of_form(*all.forms[at].form))
                    .set("asked", cell.asked())
                    .set("groups", relation_groups(cell))
                    .set("left_over", cell.leaves_over())
                    .set("doubt", cell.doubted()));
  }
  return others;
}

}  // namespace

std::optional<Data> mapping_account_page(const FormsSideBySide& all, const std::string& form,
                                         const std::string& requirement) {
  const auto found = std::ranges::find_if(
      all.forms, [&](const MappedForm& one) { return one.form->ref.code == form; });
  const auto row = row_of(all, requirement);
  if (found == all.forms.end() || !row) return std::nullopt;
  const auto at = static_cast<std::size_t>(found - all.forms.begin());
  const auto& cell = row->cells[at];
  const auto& here = *row->requirement;
  const auto board = board_of_form(*found->form);
  auto items = Data::list();
  for (const auto& one : cell.items)
    items.push(item_data(one, all, *found, here));
  return Data::object()
      .set("title", "What " + board + " asks of " + here.code)
      .set("board", board)
      .set("own", found->own)
      .set("form_name", found->form->name + ", version " + std::to_string(found->form->ref.version))
      .set("code", here.code)
      .set("name", here.name)
      .set("statement", here.statement)
      .set("question", here.question)
      .set("asked", cell.asked())
      .set("live", found->mapping != nullptr)
      .set("coverage", std::to_string(cell.parts_asked) + " of " +
                           counted(static_cast<int>(here.facets.size()), "part", "parts"))
      .set("parts", parts_data(here, cell, all))
      .set("items", std::move(items))
      .set("others", others_data(*row, all, at));
}

}  // namespace onereturn::gateway::views
