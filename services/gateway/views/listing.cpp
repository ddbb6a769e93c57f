#include "gateway/views/listing.hpp"

#include <algorithm>
#include <charconv>

#include "base/csv.hpp"
#include "gateway/views/words.hpp"
#include "platform/http/urlencoded.hpp"

namespace onereturn::gateway::views {

namespace {

using html::Data;

constexpr std::size_t values_max = 40;
constexpr std::size_t value_bytes_max = 300;
constexpr std::size_t text_bytes_max = 200;
constexpr int pages_max = 100'000;

// Never through the middle of a character.
std::string cut(std::string text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U)
    --bytes;
  return text.substr(0, bytes);
}

std::string tidied(std::string text) {
  text = cut(std::move(text), text_bytes_max);
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

int page_in(const std::string& text) {
  int page = 1;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), page);
  const bool good = fault == std::errc{} && end == text.data() + text.size();
  return good ? std::clamp(page, 1, pages_max) : 1;
}

void add(std::string& query, const std::string& name, const std::string& value) {
  query += (query.empty() ? "?" : "&") + name + "=" + http::percent_encode(value);
}

std::string address(const ListShape& shape, const ListAsked& asked, const std::string& ending,
                    int page) {
  std::string query;
  for (const auto& [name, value] : shape.kept)
    add(query, name, value);
  if (!asked.text.empty()) add(query, "q", asked.text);
  for (const auto& [name, values] : asked.chosen) {
    for (const auto& value : values)
      add(query, name, value);
  }
  if (asked.sort != shape.sort || asked.descending != shape.descending) {
    add(query, "sort", asked.sort);
    if (asked.descending) add(query, "down", "yes");
  }
  if (page > 1) add(query, "page", std::to_string(page));
  return shape.path + ending + query;
}

bool is_chosen(const ListAsked& asked, const ListFilter& filter, const std::string& value) {
  const auto& values = asked.of(filter.name);
  return std::find(values.begin(), values.end(), value) != values.end();
}

std::string words_of(const ListFilter& filter, const std::string& value) {
  for (const auto& choice : filter.choices) {
    if (choice.value == value) return choice.words;
  }
  return filter.words + ": " + value;
}

Data chips(const ListShape& shape, const ListAsked& asked) {
  auto all = Data::list();
  const auto push = [&](std::string words, const ListAsked& without) {
    all.push(
        Data::object().set("words", std::move(words)).set("href", address(shape, without, {}, 1)));
  };
  if (!asked.text.empty()) {
    auto without = asked;
    without.text.clear();
    push(asked.text, without);
  }
  for (const auto& filter : shape.filters) {
    for (const auto& value : asked.of(filter.name)) {
      auto without = asked;
      auto& values = without.chosen[filter.name];
      values.erase(std::find(values.begin(), values.end(), value));
      if (values.empty()) without.chosen.erase(filter.name);
      push(words_of(filter, value), without);
    }
  }
  return all;
}

Data groups(const ListShape& shape, const ListAsked& asked) {
  auto all = Data::list();
  for (const auto& filter : shape.filters) {
    if (filter.choices.empty()) continue;
    auto boxes = Data::list();
    for (const auto& choice : filter.choices) {
      boxes.push(Data::object()
                     .set("id", "f-" + filter.name + "-" + std::to_string(boxes.items().size()))
                     .set("name", filter.name)
                     .set("value", choice.value)
                     .set("words", choice.words)
                     .set("count", choice.count ? Data(std::to_string(*choice.count)) : Data())
                     .set("chosen", is_chosen(asked, filter, choice.value)));
    }
    all.push(Data::object()
                 .set("words", filter.words)
                 .set("open", filter.open || !asked.of(filter.name).empty())
                 .set("boxes", std::move(boxes)));
  }
  return all;
}

Data columns(const ListShape& shape, const ListAsked& asked) {
  auto all = Data::list();
  for (const auto& column : shape.columns) {
    const bool sorts = !column.sort.empty();
    const bool here = sorts && column.sort == asked.sort;
    auto turned = asked;
    turned.sort = column.sort;
    turned.descending = here && !asked.descending;
    std::string look = column.figure ? "r" : "";
    if (column.secondary) look += look.empty() ? "p2" : " p2";
    all.push(Data::object()
                 .set("words", column.words)
                 .set("href", sorts ? Data(address(shape, turned, {}, 1)) : Data())
                 .set("look", Data::text_or_no(std::move(look)))
                 .set("up", here && !asked.descending)
                 .set("down", here && asked.descending));
  }
  return all;
}

Data pages(const ListShape& shape, const ListAsked& asked, int last) {
  if (last < 2) return {};
  auto numbers = Data::list();
  int before = 0;
  for (int page = 1; page <= last; ++page) {
    const bool shown = page == 1 || page == last || std::abs(page - asked.page) <= 2;
    if (!shown) continue;
    numbers.push(Data::object()
                     .set("gap", page > before + 1)
                     .set("number", page)
                     .set("here", page == asked.page)
                     .set("href", address(shape, asked, {}, page)));
    before = page;
  }
  const auto to = [&](int page) {
    return page < 1 || page > last ? Data() : Data(address(shape, asked, {}, page));
  };
  return Data::object()
      .set("numbers", std::move(numbers))
      .set("previous", to(asked.page - 1))
      .set("next", to(asked.page + 1));
}

int last_page(const ListShape& shape, int total) {
  return std::max(1, (total + shape.page_size - 1) / shape.page_size);
}

}  // namespace

const std::vector<std::string>& ListAsked::of(const std::string& filter) const {
  static const std::vector<std::string> none;
  const auto found = chosen.find(filter);
  return found == chosen.end() ? none : found->second;
}

ListAsked list_asked(const http::Fields& query, const ListShape& shape) {
  ListAsked asked;
  if (!shape.search.empty()) asked.text = tidied(query.get("q"));
  for (const auto& filter : shape.filters) {
    for (auto& value : query.all(filter.name)) {
      auto& values = asked.chosen[filter.name];
      value = cut(std::move(value), value_bytes_max);
      const bool known = std::find(values.begin(), values.end(), value) != values.end();
      if (!value.empty() && !known && values.size() < values_max) values.push_back(value);
    }
    if (asked.of(filter.name).empty()) asked.chosen.erase(filter.name);
  }
  const auto sort = query.get("sort");
  const bool known =
      !sort.empty() && std::any_of(shape.columns.begin(), shape.columns.end(),
                                   [&](const ListColumn& column) { return column.sort == sort; });
  asked.sort = known ? sort : shape.sort;
  asked.descending = known ? query.get("down") == "yes" : shape.descending;
  asked.page = page_in(query.get("page"));
  return asked;
}

std::string list_address(const ListShape& shape, const ListAsked& asked,
                         const std::string& ending) {
  return address(shape, asked, ending, 1);
}

int list_offset(const ListShape& shape, ListAsked& asked, int total) {
  asked.page = std::min(asked.page, last_page(shape, total));
  return (asked.page - 1) * shape.page_size;
}

Data listing(const ListShape& shape, const ListAsked& asked, int total) {
  const int from = (asked.page - 1) * shape.page_size;
  const int to = std::min(total, from + shape.page_size);
  const bool sorted = asked.sort != shape.sort || asked.descending != shape.descending;
  Data range;
  if (total > shape.page_size) range = std::to_string(from + 1) + " to " + std::to_string(to);
  auto unsorted = asked;
  unsorted.text.clear();
  unsorted.chosen.clear();
  auto kept = Data::list();
  for (const auto& [name, value] : shape.kept)
    kept.push(Data::object().set("name", name).set("value", value));
  Data search;
  if (!shape.search.empty()) {
    search = Data::object().set("label", shape.search).set("value", asked.text);
  }
  return Data::object()
      .set("path", shape.path)
      .set("kept", std::move(kept))
      .set("search", std::move(search))
      .set("any_chosen", asked.any())
      .set("chips", chips(shape, asked))
      .set("clear", address(shape, unsorted, {}, 1))
      .set("groups", groups(shape, asked))
      .set("sorted", sorted ? Data(asked.sort) : Data())
      .set("sorted_down", sorted && asked.descending)
      .set("columns", columns(shape, asked))
      .set("ticks", shape.ticks)
      .set("total", counted(total, shape.what_one, shape.what_many))
      .set("range", std::move(range))
      .set("export_href", shape.export_ ? Data(address(shape, asked, shape.file, 1)) : Data())
      .set("pages", pages(shape, asked, last_page(shape, total)));
}

http::Response csv_file(const std::string& name, const std::vector<std::string>& headings,
                        const std::vector<std::vector<std::string>>& rows) {
  std::string text = csv_line(headings);
  for (const auto& row : rows)
    text += csv_line(row);
  auto response = http::Response::text(std::move(text));
  response.headers.set("Content-Type", "text/csv; charset=utf-8");
  response.headers.set("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
  return response;
}

}  // namespace onereturn::gateway::views
