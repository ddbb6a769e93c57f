#pragma once

#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/problem.hpp"
#include "domain/frameworks/frameworks.hpp"

namespace onereturn::frameworks {

// Finds requirements and facets by code. Borrows the framework, which must outlive it.
class FrameworkIndex {
 public:
  explicit FrameworkIndex(const Framework& framework);

  const Framework& framework() const { return *framework_; }
  // Null when there is none of that code.
  const Requirement* requirement(std::string_view code) const;
  const Facet* facet(std::string_view code) const;
  const Standard* standard(std::string_view code) const;
  const Requirement* requirement_of(std::string_view facet) const;
  // Where the requirement stands in the framework's own order; the number of requirements for an
  // unknown code.
  std::size_t order_of(std::string_view requirement) const;

 private:
  const Framework* framework_;
  struct Place {
    const Facet* facet;
    const Requirement* requirement;
  };
  // The keys are the framework's own strings.
  std::unordered_map<std::string_view, std::size_t> requirements_;
  std::unordered_map<std::string_view, Place> facets_;
};

// What is wrong with a framework, by path: codes that stand twice, are retired or unknown, anchors
// out of order, a local question missing where the kind needs one. Empty when sound.
std::vector<FieldError> check_framework(const Framework& framework);

// How an item that asks `asked` (and more, with a residual) relates to one requirement. The
// requirement's facets and no more: equal; fewer: subset; all and more: superset; some and more:
// intersects; none: unmapped. "More" is a residual or a facet of another requirement.
Relation relation_to(const Requirement& requirement, const std::set<std::string>& asked,
                     bool residual);

// The item's relation to everything it touches: to its only requirement as above; with several
// requirements equal when each is asked whole and nothing more, else superset when each is asked
// whole, else intersects.
Relation relation_of(const FrameworkIndex& index, const ItemMapping& item);

// The same for requirements that are known already: those that some of `asked` belong to.
Relation relation_of(const std::vector<const Requirement*>& touched,
                     const std::set<std::string>& asked, bool residual);

}  // namespace onereturn::frameworks
