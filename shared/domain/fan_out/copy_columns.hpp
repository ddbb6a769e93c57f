#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/fan_out/copy.hpp"
#include "platform/postgres/params.hpp"

// A copy as columns: each list is one array parameter of the function that writes it all.
namespace onereturn::fan_out {

struct BoxColumns {
  std::vector<std::string> numbers, texts, states;
  std::vector<std::optional<std::string>> points, not_applicable_reasons;
  std::vector<postgres::Param> digests, salts;  // bytea
};
BoxColumns box_columns(const Copy& copy);

// First of each box the rule with what followed and who chose, then one row for each source.
struct SourceColumns {
  std::vector<std::string> boxes, kinds, rules;
  std::vector<std::optional<std::string>> requirements, items, chosen_by, reasons;
  std::vector<std::optional<int>> answer_versions, lows, highs;
  std::vector<std::optional<Date>> confirmed_on;
};
SourceColumns source_columns(const std::vector<mapping::RenderedBox>& boxes);

struct ActionColumns {
  std::vector<std::string> kinds, areas, changes, whats, hows, leads, places, progress, evidence,
      risks;
  std::vector<std::optional<std::string>> commitments;
  std::vector<std::optional<Date>> by_on;
};
ActionColumns action_columns(const std::vector<mapping::RenderedAction>& actions);

// By the line of the frozen evidence: one row for each box that cites it, one without a box for
// what is granted without being cited in a box.
struct EvidenceColumns {
  std::vector<int> lines;
  std::vector<std::optional<std::string>> boxes;
};
EvidenceColumns evidence_columns(const mapping::RenderedCopy& copy,
                                 const std::map<std::string, int>& frozen_lines);

// The items (or sections) where an action stands, as one text.
std::string joined_places(const std::vector<mapping::ActionPlace>& places);
// Back again, code by code.
std::vector<std::string> split_places(std::string_view joined);

}  // namespace onereturn::fan_out
