#include "base/composition.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "base/composition_pairs.hpp"
#include "base/composition_ranks.hpp"

namespace onereturn::composition {

namespace {

// Before this one no character is anything but itself, nor joins with the one before it.
constexpr std::uint32_t first_mark = 0x300;

constexpr std::uint32_t syllables = 0xAC00;
constexpr std::uint32_t syllables_count = 11172;
constexpr std::uint32_t leads = 0x1100;
constexpr std::uint32_t leads_count = 19;
constexpr std::uint32_t vowels = 0x1161;
constexpr std::uint32_t vowels_count = 21;
constexpr std::uint32_t tails = 0x11A7;
constexpr std::uint32_t tails_count = 28;

struct Mark {
  std::uint32_t point;
  int rank;
};

int rank_of(std::uint32_t point) {
  if (point < first_mark) return 0;
  const auto* found = std::lower_bound(std::begin(ranks), std::end(ranks), point,
                                       [](const Rank& r, std::uint32_t p) { return r.to < p; });
  return found != std::end(ranks) && found->from <= point ? found->rank : 0;
}

template <std::size_t size>
const Pair* find_whole(const Pair (&table)[size], std::uint32_t point) {
  const auto* found =
      std::lower_bound(std::begin(table), std::end(table), point,
                       [](const Pair& pair, std::uint32_t p) { return pair.whole < p; });
  return found != std::end(table) && found->whole == point ? found : nullptr;
}

void take_apart(std::uint32_t point, std::vector<Mark>& into) {
  if (point >= syllables && point < syllables + syllables_count) {
    const auto index = point - syllables;
    const auto tail = index % tails_count;
    into.push_back({leads + index / (vowels_count * tails_count), 0});
    into.push_back({vowels + index / tails_count % vowels_count, 0});
    if (tail != 0) into.push_back({tails + tail, 0});
    return;
  }
  const Pair* pair = find_whole(joined, point);
  if (!pair) pair = find_whole(parted, point);
  if (!pair) {
    into.push_back({point, rank_of(point)});
    return;
  }
  take_apart(pair->first, into);
  if (pair->second != 0) take_apart(pair->second, into);
}

bool is_before(const Pair& pair, const std::pair<std::uint32_t, std::uint32_t>& parts) {
  return std::tie(pair.first, pair.second) < std::tie(parts.first, parts.second);
}

const std::vector<Pair>& joined_by_parts() {
  static const auto sorted = [] {
    std::vector<Pair> all(std::begin(joined), std::end(joined));
    std::sort(all.begin(), all.end(), [](const Pair& one, const Pair& other) {
      return is_before(one, {other.first, other.second});
    });
    return all;
  }();
  return sorted;
}

// 0 when the two stay two.
std::uint32_t join(std::uint32_t first, std::uint32_t second) {
  if (first >= leads && first < leads + leads_count && second >= vowels &&
      second < vowels + vowels_count)
    return syllables + ((first - leads) * vowels_count + (second - vowels)) * tails_count;
  const bool open = first >= syllables && first < syllables + syllables_count &&
                    (first - syllables) % tails_count == 0;
  if (open && second > tails && second < tails + tails_count) return first + (second - tails);
  const auto& all = joined_by_parts();
  const auto found = std::lower_bound(all.begin(), all.end(), std::pair(first, second), is_before);
  const bool same = found != all.end() && found->first == first && found->second == second;
  return same ? found->whole : 0;
}

void put_in_order(std::vector<Mark>& marks) {
  auto at = marks.begin();
  while (at != marks.end()) {
    at = std::find_if(at, marks.end(), [](const Mark& mark) { return mark.rank != 0; });
    const auto end = std::find_if(at, marks.end(), [](const Mark& mark) { return mark.rank == 0; });
    std::stable_sort(at, end,
                     [](const Mark& one, const Mark& other) { return one.rank < other.rank; });
    at = end;
  }
}

}  // namespace

std::size_t length_composed(const std::vector<std::uint32_t>& points) {
  const auto plain = [](std::uint32_t point) { return point < first_mark; };
  if (std::all_of(points.begin(), points.end(), plain)) return points.size();
  std::vector<Mark> marks;
  marks.reserve(points.size());
  for (const auto point : points)
    take_apart(point, marks);
  put_in_order(marks);
  std::size_t length = 1;
  std::uint32_t letter = marks.front().point;
  int last = -1;
  for (std::size_t at = 1; at < marks.size(); ++at) {
    const auto& [point, rank] = marks[at];
    const auto whole = last < rank ? join(letter, point) : 0;
    if (whole != 0) {
      letter = whole;
      continue;
    }
    ++length;
    last = rank == 0 ? -1 : rank;
    if (rank == 0) letter = point;
  }
  return length;
}

}  // namespace onereturn::composition
