#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/returns/workspace.hpp"

// A second board asks: what was written in the first one's own form is offered for the questions
// that are common from now on. Nothing is taken over until a person confirms it.
namespace onereturn::returns {

// One box of one board's own form that speaks of a requirement.
struct SuggestionSource {
  BoardRef board;
  std::string place;  // "2.5", or the standard's title
  std::string text;
};

struct Suggestion {
  const frameworks::Requirement* requirement = nullptr;
  mapping::Texts texts;
  std::optional<int> level;  // only where no other is possible
  std::vector<SuggestionSource> sources;
};

// For each question that has no answer yet and that an own form's boxes speak of, in the
// framework's order. Empty where one board asks. Two boxes of one kind are put one below the other;
// where two give different levels, none is offered.
std::vector<Suggestion> suggestions_of(const Workspace& workspace);

}  // namespace onereturn::returns
