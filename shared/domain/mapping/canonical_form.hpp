#pragma once

#include <string>
#include <vector>

#include "domain/frameworks/framework_rules.hpp"
#include "domain/mapping/mapping.hpp"

// What an agency is asked when several boards ask: each requirement once, then only what is left,
// per board. And the effort counted from it: computed, never claimed.
namespace onereturn::mapping {

// One requirement that some engaged template touches and that has a common answer.
struct CommonQuestion {
  std::string requirement;
  bool level_needed = false;        // a scale that the agency fills touches it
  std::vector<std::string> boards;  // that ask it, in the order given

  bool operator==(const CommonQuestion&) const = default;
};

enum class ExtraKind { whole, part, residual, unmapped };

// A question that one board alone asks.
struct Extra {
  ExtraKind kind = ExtraKind::whole;
  std::string board;
  std::string requirement;  // of whole and part
  std::string item;         // of residual and unmapped
  std::string question;
  bool level_needed = false;

  bool operator==(const Extra&) const = default;
};

// In the framework's order.
std::vector<CommonQuestion> common_questions(const frameworks::FrameworkIndex& index,
                                             const std::vector<Engagement>& boards);

// Board by board in the order given: wholly local answers, local parts (of requirements that demand
// one), residual questions, unmapped items.
std::vector<Extra> extras(const frameworks::FrameworkIndex& index,
                          const std::vector<Engagement>& boards);

struct Effort {
  int separately = 0;  // printed items of all templates
  int boxes = 0;       // boxes for the agency's words
  int once = 0;        // requirements answered once
  int whole = 0;
  int parts = 0;
  int residuals = 0;
  int unmapped = 0;

  int extras() const { return whole + parts + residuals + unmapped; }
  bool operator==(const Effort&) const = default;
};

Effort effort_of(const frameworks::FrameworkIndex& index, const std::vector<Engagement>& boards);

// Boxes of one template for the agency's words: no improvement, rating, details or sign-off.
int word_boxes(const frameworks::Template& form);

}  // namespace onereturn::mapping
