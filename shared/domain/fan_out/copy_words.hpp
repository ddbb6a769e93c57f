#pragma once

#include <optional>
#include <string_view>

#include "domain/mapping/mapping.hpp"

// The words by which states and kinds of a copy stand in the database.
namespace onereturn::fan_out {

// The state of a box: "text", "detail", "board", "set", "chosen", "no_point", "unanswered", "na".
const char* state_word(const mapping::RenderedBox& box);
// Back again. "redacted" reads as written: its text is gone, the box stands.
mapping::BoxState state_of(std::string_view word);

// The kind of a source: "answer", "local", "residual", "direct", "choice", "override", "detail",
// "evidence", "commitment".
const char* kind_word(mapping::SourceKind kind);
// Back again; `rule` tells a local answer ("whole") from a local part.
mapping::SourceKind kind_of(std::string_view word, std::string_view rule);

// What is kept as a source's rule: its relation, or "whole" or "part" of a local one.
const char* rule_word(const mapping::Source& source);
std::optional<frameworks::Relation> relation_of(std::string_view word);

}  // namespace onereturn::fan_out
