#include "domain/actions/my_list_rules.hpp"

#include <algorithm>

#include "domain/actions/action_titles.hpp"

namespace onereturn::actions {

namespace {

bool comes_first(const Undertaking& a, const Undertaking& b) {
  if (a.is_over() != b.is_over()) return b.is_over();
  const auto on_a = a.is_over() ? a.by_on : a.next_on();
  const auto on_b = b.is_over() ? b.by_on : b.next_on();
  if (on_a.has_value() != on_b.has_value()) return on_a.has_value();
  if (on_a && *on_a != *on_b) return a.is_over() ? *on_b < *on_a : *on_a < *on_b;
  return a.id < b.id;
}

}  // namespace

bool Undertaking::is_asked() const {
  return std::any_of(boards.begin(), boards.end(),
                     [](const auto& one) { return !one.asked.empty() && !one.is_over(); });
}

bool Undertaking::is_over() const {
  if (is_asked()) return false;
  return done || (!boards.empty() && std::all_of(boards.begin(), boards.end(),
                                                 [](const auto& one) { return one.is_over(); }));
}

std::optional<Date> Undertaking::next_on() const {
  if (is_over()) return std::nullopt;
  auto next = by_on;
  for (const auto& record : boards) {
    if (!record.is_over() && record.by_on && (!next || *record.by_on < *next)) next = record.by_on;
  }
  return next;
}

void sort_by_next(std::vector<Undertaking>& list) {
  std::sort(list.begin(), list.end(), comes_first);
}

Tally tally_of(const std::vector<Undertaking>& list, Date today) {
  Tally tally;
  for (const auto& one : list) {
    const auto next = one.next_on();
    tally.over += one.is_over() ? 1 : 0;
    tally.open += one.is_over() ? 0 : 1;
    tally.late += next && *next < today ? 1 : 0;
  }
  return tally;
}

std::string title_of(const Undertaking& undertaking) { return title_line(undertaking.what); }

}  // namespace onereturn::actions
