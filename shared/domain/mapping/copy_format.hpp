#pragma once

#include <string>
#include <vector>

#include "domain/mapping/check_copy.hpp"
#include "domain/mapping/mapping.hpp"
#include "platform/json/value.hpp"

// A rendered copy as JSON, for machines and for the account of a box.
namespace onereturn::mapping {

const char* to_word(BoxState state);
const char* to_word(SourceKind kind);
const char* to_word(Severity severity);

// One box with state, interval, points, point, rule, words and sources.
json::Value box_to_json(const RenderedBox& box);

// The whole copy: boxes and actions.
json::Value copy_to_json(const RenderedCopy& copy);

json::Value finding_to_json(const CopyFinding& finding);

// The table that a board manager reads: for each box that is rated or written its interval, points,
// state, sources and rule; then the actions.
std::string copy_to_table(const RenderedCopy& copy);

}  // namespace onereturn::mapping
