#pragma once

#include <string>
#include <vector>

#include "domain/frameworks/framework_rules.hpp"
#include "domain/mapping/mapping.hpp"
#include "property/mapping/oracle.hpp"

// An oracle's item as the engine's nouns: a framework, a template of one item, its mapping, and the
// answers.
namespace onereturn::mapping::test {

struct World {
  frameworks::Framework framework;
  frameworks::Template form;
  frameworks::Mapping mapping;
  CommonSide common;
  BoardSide side;

  Engagement engagement() const;
  RenderedBox rating() const;
};

World world_of(const oracle::Item& item, const std::vector<oracle::Point>& scale,
               oracle::NotApplicable rule);

std::string state_of(const RenderedBox& box);

// The item in a line, for a failure.
std::string in_words(const oracle::Item& item);

}  // namespace onereturn::mapping::test
