#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace onereturn::html {

// One tag or a run of text of a template, as a flat list; sections are matched by `open`/`close`.
struct Token {
  enum class Kind {
    text,
    variable,
    raw_variable,
    section,
    inverted,
    close,
    partial,
    comment,
    other
  };
  Kind kind = Kind::text;
  std::string value;
};

// Cuts a template into its texts and tags. An unclosed tag becomes the kind `other`.
std::vector<Token> tokens_of(std::string_view source);

using SourceMap = std::map<std::string, std::string, std::less<>>;

// Replaces every `{{> name}}` of a template by that template's text, to a depth of eight.
// A fault (unknown partial, too deep) is added to `faults` and leaves the tag out.
std::string with_partials(const SourceMap& sources, std::string_view name,
                          std::vector<std::string>& faults);

// What our rules refuse in an expanded template: unescaped output anywhere but `{{{body}}}` in a
// layout, changed delimiters, sections that do not match. Adds sentences to `faults`.
void check_template(std::string_view name, std::string_view expanded,
                    std::vector<std::string>& faults);

}  // namespace onereturn::html
