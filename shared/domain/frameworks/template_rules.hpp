#pragma once

#include <string_view>
#include <vector>

#include "base/problem.hpp"
#include "domain/frameworks/framework_rules.hpp"
#include "domain/frameworks/frameworks.hpp"

namespace onereturn::frameworks {

// What is wrong with a template, by path: box numbers or codes that stand twice; a scale whose
// points leave levels uncovered that the owner did not list (or listed though covered), or with an
// empty interval, or with a point whose code is kept for "not applicable"; rating boxes without a
// scale and a scale without rating boxes; a kind that the boxes contradict. Empty when sound.
std::vector<FieldError> check_template(const Template& form);

// What differs from the edition that `form` adopted: its scale and its sections must be the
// edition's, unchanged and first; own sections follow. Empty when it is a true adoption.
std::vector<FieldError> check_edition(const Template& form, const Template& edition);

// What is wrong with a mapping: other versions than those given, unknown items, facets or
// requirements, facets that stand in two places of one item, a live mapping without a reviewer or
// reviewed by its author, a residual on an item that asks nothing. Empty when sound.
std::vector<FieldError> check_mapping(const Mapping& mapping, const Template& form,
                                      const FrameworkIndex& index);

// Null when there is none.
const Item* find_item(const Template& form, std::string_view code);
const Section* section_of_item(const Template& form, std::string_view code);
const ScalePoint* find_point(const Template& form, std::string_view code);

// A rating box that the agency fills, alone or first.
bool is_agency_rated(const Box& box);
// True when the template has such a box at all.
bool is_agency_rated(const Template& form);

// A box for the agency's words: describes, knows, both, evidence or text.
bool holds_words(const Box& box);

// The rule of the item, or else of its template.
const NotApplicableRule& not_applicable_rule(const Template& form, const Item& item);

// The levels that no point of the scale covers.
std::vector<int> uncovered_levels(const Scale& scale);

}  // namespace onereturn::frameworks
