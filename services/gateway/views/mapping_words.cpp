#include "gateway/views/mapping_words.hpp"

#include <utility>
#include <vector>

#include "domain/frameworks/words.hpp"
#include "gateway/views/words.hpp"
#include "platform/http/urlencoded.hpp"

namespace onereturn::gateway::views {

using frameworks::Relation;
using html::Data;

std::string relation_word(Relation relation) {
  switch (relation) {
    case Relation::equal:
      return "same";
    case Relation::subset:
      return "part";
    case Relation::superset:
      return "more";
    case Relation::intersects:
      return "overlap";
    case Relation::unmapped:
      break;
  }
  return "not asked";
}

std::string relation_sentence(Relation relation) {
  switch (relation) {
    case Relation::equal:
      return "asks all of it and nothing else";
    case Relation::subset:
      return "asks a part of it and nothing else";
    case Relation::superset:
      return "asks all of it and something else";
    case Relation::intersects:
      return "asks a part of it and something else";
    case Relation::unmapped:
      break;
  }
  return "asks nothing of it";
}

std::string board_of_form(const frameworks::Template& form) {
  std::string words;
  bool first = true;
  for (const char each : form.board) {
    if (each == '-') {
      words += ' ';
      first = true;
      continue;
    }
    words += first ? capital(std::string(1, each)) : std::string(1, each);
    first = false;
  }
  return words;
}

std::string number_of_item(const frameworks::Item& item) {
  return item.number && !item.number->empty() ? *item.number : item.code;
}

Data relation_groups(const frameworks::MatrixCell& cell) {
  std::vector<std::pair<Relation, std::vector<std::string>>> groups;
  for (const auto& one : cell.items) {
    if (groups.empty() || groups.back().first != one.relation) {
      groups.push_back({one.relation, {}});
    }
    groups.back().second.push_back(number_of_item(*one.item));
  }
  auto list = Data::list();
  for (const auto& [relation, items] : groups) {
    std::string numbers;
    for (const auto& number : items)
      numbers += (numbers.empty() ? "" : ", ") + number;
    list.push(Data::object()
                  .set("relation", frameworks::to_word(relation))
                  .set("word", relation_word(relation))
                  .set("items", numbers));
  }
  return list;
}

std::string account_address(const frameworks::Template& form,
                            const frameworks::Requirement& requirement) {
  return "/mapping/" + http::percent_encode(form.ref.code) + "/" +
         http::percent_encode(requirement.code);
}

}  // namespace onereturn::gateway::views
