#include "domain/frameworks/framework_rules.hpp"

#include <algorithm>

namespace onereturn::frameworks {

FrameworkIndex::FrameworkIndex(const Framework& framework) : framework_(&framework) {
  for (std::size_t i = 0; i < framework.requirements.size(); ++i) {
    requirements_.emplace(framework.requirements[i].code, i);
  }
  for (const Facet& facet : framework.facets)
    facets_.emplace(facet.code, Place{&facet, requirement(facet.requirement)});
}

const Requirement* FrameworkIndex::requirement(std::string_view code) const {
  const auto found = requirements_.find(code);
  return found == requirements_.end() ? nullptr : &framework_->requirements[found->second];
}

const Facet* FrameworkIndex::facet(std::string_view code) const {
  const auto found = facets_.find(code);
  return found == facets_.end() ? nullptr : found->second.facet;
}

const Standard* FrameworkIndex::standard(std::string_view code) const {
  for (const Standard& standard : framework_->standards) {
    if (standard.code == code) return &standard;
  }
  return nullptr;
}

const Requirement* FrameworkIndex::requirement_of(std::string_view facet_code) const {
  const auto found = facets_.find(facet_code);
  return found == facets_.end() ? nullptr : found->second.requirement;
}

std::size_t FrameworkIndex::order_of(std::string_view code) const {
  const auto found = requirements_.find(code);
  return found == requirements_.end() ? requirements_.size() : found->second;
}

Relation relation_to(const Requirement& requirement, const std::set<std::string>& asked,
                     bool residual) {
  std::size_t own = 0;
  for (const std::string& facet : requirement.facets)
    own += asked.count(facet);
  if (own == 0) return Relation::unmapped;
  const bool whole = own == requirement.facets.size();
  const bool more = residual || asked.size() > own;
  if (whole) return more ? Relation::superset : Relation::equal;
  return more ? Relation::intersects : Relation::subset;
}

Relation relation_of(const FrameworkIndex& index, const ItemMapping& item) {
  std::vector<const Requirement*> touched;
  for (const std::string& facet : item.facets) {
    const Requirement* requirement = index.requirement_of(facet);
    if (requirement == nullptr) continue;
    if (std::find(touched.begin(), touched.end(), requirement) == touched.end()) {
      touched.push_back(requirement);
    }
  }
  return relation_of(touched, item.facets, item.residual.has_value());
}

Relation relation_of(const std::vector<const Requirement*>& touched,
                     const std::set<std::string>& asked, bool residual) {
  if (touched.empty()) return Relation::unmapped;
  if (touched.size() == 1) return relation_to(*touched.front(), asked, residual);
  const bool each_whole = std::all_of(touched.begin(), touched.end(), [&](const auto* touch) {
    return std::all_of(touch->facets.begin(), touch->facets.end(),
                       [&](const std::string& facet) { return asked.contains(facet); });
  });
  if (!each_whole) return Relation::intersects;
  return residual ? Relation::superset : Relation::equal;
}

namespace {

class FrameworkCheck {
 public:
  explicit FrameworkCheck(const Framework& framework) : framework_(framework) {}

  std::vector<FieldError> run() {
    check_head();
    for (std::size_t i = 0; i < framework_.requirements.size(); ++i) {
      check_requirement(framework_.requirements[i], "/requirements/" + std::to_string(i));
    }
    check_related();
    return std::move(errors_);
  }

 private:
  void refuse(std::string path, std::string message) {
    errors_.push_back({std::move(path), std::move(message)});
  }

  void check_head() {
    for (std::size_t i = 0; i < framework_.anchors.size(); ++i) {
      if (framework_.anchors[i].level != static_cast<int>(i)) {
        refuse("/anchors/" + std::to_string(i) + "/level", "the levels stand in order, 0 to 4");
      }
    }
    if (framework_.anchors.size() != 5) refuse("/anchors", "there are five levels, 0 to 4");
    for (std::size_t i = 0; i < framework_.standards.size(); ++i) {
      const std::string& code = framework_.standards[i].code;
      if (!standards_.insert(code).second) {
        refuse("/standards/" + std::to_string(i) + "/code", "\"" + code + "\" stands twice");
      }
    }
    const auto& [requirements, facets] = framework_.retired;
    retired_.insert(requirements.begin(), requirements.end());
    retired_.insert(facets.begin(), facets.end());
  }

  void check_code(const std::string& code, const std::string& path) {
    if (!codes_.insert(code).second) refuse(path, "\"" + code + "\" stands twice");
    if (retired_.contains(code)) refuse(path, "\"" + code + "\" is retired and not used again");
  }

  void check_requirement(const Requirement& requirement, const std::string& path) {
    check_code(requirement.code, path + "/code");
    if (!standards_.contains(requirement.standard)) {
      refuse(path + "/standard", "there is no standard \"" + requirement.standard + "\"");
    }
    const bool local = requirement.local != LocalKind::common;
    if (local && requirement.local_question.empty()) {
      refuse(path + "/local_question", "is needed, because a part of the answer is local");
    }
    if (!local && !requirement.local_question.empty()) {
      refuse(path + "/local_question", "has no place in a common requirement");
    }
    if (requirement.facets.empty()) refuse(path + "/facets", "a requirement has at least one");
    for (std::size_t i = 0; i < requirement.facets.size(); ++i) {
      check_code(requirement.facets[i], path + "/facets/" + std::to_string(i) + "/code");
    }
  }

  void check_related() {
    const FrameworkIndex index(framework_);
    for (std::size_t i = 0; i < framework_.requirements.size(); ++i) {
      const auto& related = framework_.requirements[i].related;
      for (std::size_t k = 0; k < related.size(); ++k) {
        if (index.requirement(related[k]) == nullptr) {
          refuse("/requirements/" + std::to_string(i) + "/related/" + std::to_string(k),
                 "there is no requirement \"" + related[k] + "\"");
        }
      }
    }
  }

  const Framework& framework_;
  std::set<std::string> standards_;
  std::set<std::string> codes_;
  std::set<std::string> retired_;
  std::vector<FieldError> errors_;
};

}  // namespace

std::vector<FieldError> check_framework(const Framework& framework) {
  return FrameworkCheck(framework).run();
}

}  // namespace onereturn::frameworks
