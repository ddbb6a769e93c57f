#include "platform/convert/row_headings.hpp"

#include <cctype>
#include <charconv>
#include <map>
#include <set>
#include <string_view>
#include <vector>

namespace onereturn::convert {
namespace {

constexpr std::string_view begins = " 0 obj\n";
constexpr std::string_view ends = "\nendobj";
constexpr std::string_view of_column = "/Scope/Column";
constexpr std::string_view of_row = "/Scope/Row   ";
static_assert(of_column.size() == of_row.size());

struct Object {
  std::size_t at = 0;
  std::string_view text;
};

// The number that ends before `at`; 0 where there is none.
int number_before(std::string_view bytes, std::size_t at) {
  std::size_t from = at;
  while (from > 0 && std::isdigit(static_cast<unsigned char>(bytes[from - 1])) != 0)
    --from;
  int number = 0;
  std::from_chars(bytes.data() + from, bytes.data() + at, number);
  return number;
}

std::map<int, Object> objects_of(std::string_view pdf) {
  std::map<int, Object> objects;
  for (auto at = pdf.find(begins); at != std::string_view::npos; at = pdf.find(begins, at + 1)) {
    const auto from = at + begins.size();
    const auto to = pdf.find(ends, from);
    if (to == std::string_view::npos) break;
    objects[number_before(pdf, at)] = {from, pdf.substr(from, to - from)};
    at = to;
  }
  return objects;
}

// "61 0 R 62 0 R" behind that key, one or a list of them.
std::vector<int> references(std::string_view object, std::string_view key) {
  std::vector<int> numbers;
  const auto at = object.find(key);
  if (at == std::string_view::npos) return numbers;
  auto rest = object.substr(at + key.size());
  rest = rest.substr(0, rest.find_first_of("]/>"));
  for (auto end = rest.find(" 0 R"); end != std::string_view::npos;
       end = rest.find(" 0 R", end + 1))
    numbers.push_back(number_before(rest, end));
  return numbers;
}

bool is_tagged(const Object& object, std::string_view tag) {
  return object.text.starts_with("<</Type/StructElem\n/S/" + std::string(tag) + "\n");
}

}  // namespace

void name_row_headings(std::string& pdf) {
  const auto objects = objects_of(pdf);
  std::set<int> rows_with_cells;
  for (const auto& [number, object] : objects) {
    if (!is_tagged(object, "TD")) continue;
    for (const int row : references(object.text, "\n/P "))
      rows_with_cells.insert(row);
  }
  std::vector<std::size_t> places;
  for (const auto& [number, object] : objects) {
    if (!is_tagged(object, "TH")) continue;
    const auto row = references(object.text, "\n/P ");
    if (row.size() != 1 || !rows_with_cells.contains(row.front())) continue;
    for (const int attribute : references(object.text, "\n/A ")) {
      const auto found = objects.find(attribute);
      if (found == objects.end()) continue;
      const auto at = found->second.text.find(of_column);
      if (at != std::string_view::npos) places.push_back(found->second.at + at);
    }
  }
  for (const auto at : places)
    pdf.replace(at, of_row.size(), of_row);
}

}  // namespace onereturn::convert
