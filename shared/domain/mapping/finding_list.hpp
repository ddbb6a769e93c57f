#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "domain/mapping/check_copy.hpp"

namespace onereturn::mapping {

// Findings in the order in which they were made, each key once, with the explanations that a person
// gave to queries. What was promised in one place and is missing in another is missing.
class FindingList {
 public:
  explicit FindingList(const BoardSide& side) : side_(side) {}

  void add(CopyFinding finding) {
    const auto [known, is_new] = places_.emplace(finding.key, list_.size());
    if (!is_new) {
      auto& first = list_[known->second];
      const bool worse =
          first.severity == Severity::promised && finding.severity == Severity::error;
      if (worse) first = std::move(finding);
      return;
    }
    const auto explained = side_.explanations.find(finding.key);
    if (explained != side_.explanations.end()) finding.explanation = explained->second;
    list_.push_back(std::move(finding));
  }
  // True when an answer that the item needs was found missing, and a finding says so.
  bool answer_missing(const std::string& item) const { return items_missing_.contains(item); }
  // True when it was found missing and promised for later.
  bool answer_promised(const std::string& item) const { return items_promised_.contains(item); }
  void note_answer_missing(const std::string& item, bool promised) {
    (promised ? items_promised_ : items_missing_).insert(item);
  }

  std::vector<CopyFinding> take() { return std::move(list_); }

 private:
  const BoardSide& side_;
  std::map<std::string, std::size_t> places_;  // in the list, by key
  std::set<std::string> items_missing_;
  std::set<std::string> items_promised_;
  std::vector<CopyFinding> list_;
};

}  // namespace onereturn::mapping
