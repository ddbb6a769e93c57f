#include "domain/reviews/training_needs.hpp"

#include <algorithm>
#include <numeric>

#include "domain/frameworks/catalogue_store.hpp"
#include "domain/reviews/training_store.hpp"

namespace onereturn::reviews {
namespace {

// The level at which the minimum is met.
constexpr int minimum = 2;

// A point of the form's scale all of which is below the minimum; nothing for a point it has not.
std::optional<bool> is_below(const frameworks::Template& form, const std::string& code) {
  if (!form.scale) return std::nullopt;
  for (const auto& point : form.scale->points) {
    if (point.code == code) return is_below_minimum(point);
  }
  return std::nullopt;
}

template <class Count>
int total(const std::vector<Gap>& gaps, Count&& count) {
  return std::accumulate(gaps.begin(), gaps.end(), 0,
                         [&](int sum, const Gap& gap) { return sum + count(gap); });
}

}  // namespace

bool is_below_minimum(const frameworks::ScalePoint& point) { return point.levels.high < minimum; }

int StandardNeed::below() const {
  return total(gaps, [](const Gap& gap) { return gap.below; });
}

int StandardNeed::rated() const {
  return total(gaps, [](const Gap& gap) { return gap.rated; });
}

int StandardNeed::organisations_below() const {
  return total(gaps, [](const Gap& gap) { return gap.below > 0 ? 1 : 0; });
}

std::vector<StandardNeed> needs_of(
    const std::vector<GradedItems>& graded,
    const std::vector<std::pair<std::string, std::string>>& standards) {
  std::map<std::string, std::map<std::string, Gap>> by_standard;
  for (const auto& one : graded) {
    auto& gap = by_standard[one.standard][one.organisation];
    gap.organisation = one.organisation;
    gap.rated += one.items;
    gap.below += one.below ? one.items : 0;
    gap.by_board += one.by_board ? one.items : 0;
  }
  std::vector<StandardNeed> needs;
  const auto add = [&](const std::string& code, const std::string& name) {
    StandardNeed need{code, name, {}};
    for (auto& [organisation, gap] : by_standard[code]) {
      need.gaps.push_back(gap);
    }
    std::stable_sort(need.gaps.begin(), need.gaps.end(),
                     [](const Gap& a, const Gap& b) { return a.below > b.below; });
    needs.push_back(std::move(need));
  };
  for (const auto& [code, name] : standards) {
    add(code, name);
  }
  if (by_standard.contains("")) add("", "Only in your form");
  return needs;
}

Result<std::vector<StandardNeed>> training_needs(postgres::BoardTx& tx, const AuditId& wave) {
  if (!has_wave(tx, wave)) {
    return Problem{ProblemCode::not_found, "not-found", "There is no such wave here."};
  }
  std::vector<GradedItems> graded;
  std::map<frameworks::VersionRef, std::shared_ptr<const frameworks::Template>> forms;
  std::optional<frameworks::VersionRef> newest;
  for (const auto& row : load_graded(tx, wave)) {
    auto& form = forms[row.form];
    if (!form) form = frameworks::load_template(tx, row.form);
    const auto below = form ? is_below(*form, row.point) : std::nullopt;
    if (!below) continue;
    if (row.framework && (!newest || newest->version < row.framework->version)) {
      newest = row.framework;
    }
    graded.push_back({row.organisation, row.standard, *below, row.by_board, row.items});
  }
  std::vector<std::pair<std::string, std::string>> standards;
  if (const auto framework = newest ? frameworks::load_framework(tx, *newest) : nullptr) {
    for (const auto& standard : framework->standards) {
      standards.emplace_back(standard.code, standard.name);
    }
  }
  return needs_of(graded, standards);
}

}  // namespace onereturn::reviews
