#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "platform/html/data.hpp"
#include "platform/http/message.hpp"

// A list that people search, filter, sort, page through and take along, by plain GET links that
// keep their state in the address. A page says what its list is made of, reads what the address
// asks for, has its store answer one page of it, and shows bits/listing_* around its own rows.
namespace onereturn::gateway::views {

struct ListChoice {
  std::string value;
  std::string words;
  std::optional<int> count = std::nullopt;
};

// Boxes to tick; several in one filter mean "any of them", several filters mean "all of them".
struct ListFilter {
  std::string name;
  std::string words;
  std::vector<ListChoice> choices;
  bool open = false;  // unfolded though nothing of it is chosen
};

struct ListColumn {
  std::string words;
  std::string sort = {};   // empty: the list is not sorted by it
  bool figure = false;     // to the right
  bool secondary = false;  // goes where there is little room
};

struct ListShape {
  std::string path;
  std::string what_one, what_many;  // "organisation", "organisations"
  std::string search = {};          // the label of the search; empty: none
  std::vector<ListFilter> filters = {};
  std::vector<ListColumn> columns = {};
  std::string sort = {};  // the column that it is sorted by when nobody asks
  bool descending = false;
  int page_size = 50;
  bool ticks = false;   // a column of boxes stands before the others
  bool export_ = true;  // there is a file of all of it, at path + file
  std::string file = ".csv";
  // What was decided before the list: it goes along in every address and with the filter.
  std::vector<std::pair<std::string, std::string>> kept = {};
};

// What the address asks for.
struct ListAsked {
  std::string text;
  std::map<std::string, std::vector<std::string>> chosen;  // by filter, in the order of the address
  std::string sort;
  bool descending = false;
  int page = 1;

  const std::vector<std::string>& of(const std::string& filter) const;
  bool any() const { return !text.empty() || !chosen.empty(); }
};

// Takes from the query what the shape knows: filters and columns by name. Values of a filter are
// cut to what an address may sensibly hold (40 of them, 300 bytes each), the text to 200 bytes; a
// page that is no number is the first. The store decides what an unknown value finds: nothing.
ListAsked list_asked(const http::Fields& query, const ListShape& shape);

// The address of this very list, with another ending (".csv") where one is given; the page is left
// out.
std::string list_address(const ListShape& shape, const ListAsked& asked,
                         const std::string& ending = {});

// Where the page begins, for "offset"; a page behind the last becomes the last.
int list_offset(const ListShape& shape, ListAsked& asked, int total);

// Everything of bits/listing_*: search, filter groups, chips, columns, pages, the count, the file.
html::Data listing(const ListShape& shape, const ListAsked& asked, int total);

// Rows for spreadsheets as a file to keep; no cell can be taken for a formula.
http::Response csv_file(const std::string& name, const std::vector<std::string>& headings,
                        const std::vector<std::vector<std::string>>& rows);

}  // namespace onereturn::gateway::views
