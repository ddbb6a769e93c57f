#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/problem.hpp"
#include "base/result.hpp"
#include "domain/frameworks/frameworks.hpp"
#include "platform/json/reader.hpp"

// What the formats of this module and of mapping have in common.
namespace onereturn::frameworks {

inline constexpr int version_max = 1'000'000;

// "a-b2": small letters and figures in groups joined by single hyphens.
bool is_code(std::string_view text);

// The member as a code; a fault when it is none.
std::string read_code(json::ObjectReader& reader, std::string_view key);

// {"code": "section11", "version": 2}
VersionRef read_ref(json::ObjectReader& reader, std::string_view key);
json::Value write_ref(const VersionRef& ref);

// Refuses a document whose "format" is not the one expected.
void read_format(json::ObjectReader& reader, const char* format);

// Null for an empty text, so that documents say "nothing" in one way.
json::Value text_or_null(const std::string& text);
json::Value list_of(const std::vector<std::string>& texts);

// The refusal with one field per fault.
Problem unsound(std::string key, std::string detail, const std::vector<json::Fault>& faults);
Problem unsound(std::string key, std::string detail, std::vector<FieldError> errors);

// Parses, and calls `read` with the reader of the outermost object; then refuses unknown members.
// The faults of all three together; empty when all is well.
std::vector<json::Fault> read_document(std::string_view text,
                                       const std::function<void(json::ObjectReader&)>& read);

}  // namespace onereturn::frameworks
