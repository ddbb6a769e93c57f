#include "domain/documents/pictures.hpp"

#include <algorithm>
#include <map>
#include <regex>
#include <vector>

#include <gtest/gtest.h>

#include "domain/documents/document_html.hpp"
#include "domain/documents/drawing.hpp"

namespace onereturn::documents {
namespace {

struct Element {
  std::string name;
  std::map<std::string, std::string> with;
  std::string text;

  int number(const std::string& key) const { return std::stoi(with.at(key)); }
};

// Every element in its order; a failure where it is no well-formed XML of one root.
std::vector<Element> parsed(const std::string& svg) {
  std::vector<Element> found;
  std::vector<std::size_t> open;
  static const std::regex tag("^<(/?)([a-z]+)((?: [a-zA-Z-]+=\"[^\"<>&]*\")*) ?(/?)>");
  static const std::regex pair(" ([a-zA-Z-]+)=\"([^\"]*)\"");
  static const std::regex letters("^(?:[^<>&]|&(?:amp|lt|gt|quot|#39);)+");
  std::string_view rest = svg;
  while (!rest.empty()) {
    const std::string here(rest);
    std::smatch match;
    if (here.front() != '<') {
      if (open.empty() || !std::regex_search(here, match, letters)) {
        ADD_FAILURE() << "no text of XML: " << here.substr(0, 60);
        return found;
      }
      found[open.back()].text += match.str();
    } else if (!std::regex_search(here, match, tag)) {
      ADD_FAILURE() << "no tag of XML: " << here.substr(0, 60);
      return found;
    } else if (match[1].length() > 0) {
      if (open.empty() || found[open.back()].name != match[2]) {
        ADD_FAILURE() << "closes what is not open: " << match.str();
        return found;
      }
      open.pop_back();
    } else {
      Element element{match[2], {}, ""};
      const auto pairs = match[3].str();
      for (std::sregex_iterator at(pairs.begin(), pairs.end(), pair), end; at != end; ++at)
        EXPECT_TRUE(element.with.emplace((*at)[1], (*at)[2]).second) << "twice: " << at->str();
      EXPECT_FALSE(open.empty() && !found.empty()) << "a second root";
      found.push_back(element);
      if (match[4].length() == 0) open.push_back(found.size() - 1);
    }
    rest.remove_prefix(static_cast<std::size_t>(match.length()));
  }
  EXPECT_TRUE(open.empty());
  return found;
}

std::vector<Element> named(const std::vector<Element>& all, const std::string& name) {
  std::vector<Element> some;
  std::ranges::copy_if(all, std::back_inserter(some),
                       [&](const Element& each) { return each.name == name; });
  return some;
}

// The bars and columns: framed, but for the paper and the squares of the key.
std::vector<Element> bars(const std::vector<Element>& all) {
  std::vector<Element> some;
  for (const auto& each : named(all, "rect")) {
    if (each.with.contains("stroke") && each.with.at("width") != "14" &&
        each.with.at("width") != "10")
      some.push_back(each);
  }
  return some;
}

std::string unescaped(std::string text) {
  for (const auto& [from, to] :
       {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}}) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; ++at)
      text.replace(at, std::string_view(from).size(), to);
  }
  return text;
}

struct Place {
  int left, right, top, bottom;
  std::string text;
};

Place place_of(const Element& text) {
  const auto words = unescaped(text.text);
  const int width = text_columns(words) * 8;
  const auto anchor =
      text.with.contains("text-anchor") ? text.with.at("text-anchor") : std::string("start");
  const int left = text.number("x") - (anchor == "middle" ? width / 2
                                       : anchor == "end"  ? width
                                                          : 0);
  return {left, left + width, text.number("y") - 12, text.number("y") + 4, words};
}

// What must hold of every picture of ours, whatever it shows.
void expect_good(const Picture& picture) {
  SCOPED_TRACE(picture.alternative);
  EXPECT_FALSE(picture.alternative.empty());
  EXPECT_FALSE(picture.caption.empty());
  const auto all = parsed(picture.svg);
  ASSERT_FALSE(all.empty());
  EXPECT_EQ(all.front().name, "svg");
  const int width = all.front().number("width"), height = all.front().number("height");
  EXPECT_EQ(all.front().with.at("viewBox"),
            "0 0 " + std::to_string(width) + " " + std::to_string(height));
  for (const auto& each : all) {
    EXPECT_FALSE(each.with.contains("style"));
    EXPECT_FALSE(each.with.contains("class"));
    EXPECT_TRUE(std::ranges::count(
                    std::vector<std::string>{"svg", "rect", "text", "path", "circle"}, each.name) ==
                1)
        << each.name;
  }
  for (const auto& each : bars(all)) {
    EXPECT_GE(each.number("x"), 0);
    EXPECT_LE(each.number("x") + each.number("width"), width);
    EXPECT_LE(each.number("y") + each.number("height"), height);
  }
  std::vector<Place> places;
  for (const auto& each : named(all, "text")) {
    const auto place = place_of(each);
    EXPECT_GE(place.left, 0) << place.text;
    EXPECT_LE(place.right, width) << place.text;
    EXPECT_GE(place.top, 0) << place.text;
    EXPECT_LE(place.bottom, height) << place.text;
    for (const auto& other : places) {
      EXPECT_FALSE(place.left < other.right && other.left < place.right &&
                   place.top < other.bottom && other.top < place.bottom)
          << place.text << " lies on " << other.text;
    }
    places.push_back(place);
  }
}

std::string all_text(const std::string& svg) {
  std::string words;
  for (const auto& each : named(parsed(svg), "text"))
    words += each.text + "|";
  return words;
}

std::string text_of(const Cell& cell) {
  std::string text;
  for (const auto& paragraph : cell.paragraphs) {
    for (const auto& span : paragraph.spans)
      text += span.text;
  }
  return text;
}

std::vector<std::vector<std::string>> words_of(const Table& table) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& row : table.rows) {
    EXPECT_EQ(row.size(), table.columns.size());
    rows.emplace_back();
    for (const auto& each : row)
      rows.back().push_back(text_of(each));
  }
  return rows;
}

using Rows = std::vector<std::vector<std::string>>;
const std::string hostile = "</text><script>alert('1')</script> & \"it\" ";

TEST(ResponseRate, draws_both_exercises_with_their_figures_and_lists_every_week) {
  const auto drawn =
      response_rate({"Return 2027", 8, {0, 1, 4}}, {{"Return 2025", 5, {0, 0, 1, 5}}});
  expect_good(drawn.picture);
  EXPECT_EQ(words_of(drawn.data), (Rows{{"0", "0 of 8 (0%)", "0 of 5 (0%)"},
                                        {"1", "1 of 8 (13%)", "0 of 5 (0%)"},
                                        {"2", "4 of 8 (50%)", "1 of 5 (20%)"},
                                        {"3", "", "5 of 5 (100%)"}}));
  const auto words = all_text(drawn.picture.svg);
  for (const auto* each : {"|13%|", "|50%|", "|20%|", "|100%|", "Return 2027|", "Return 2025|"})
    EXPECT_NE(words.find(each), std::string::npos) << each << " in " << words;
  EXPECT_EQ(drawn.picture.alternative,
            "Columns: returns in by week, per cent of those asked. Return 2027: 4 of 8 (50%) in "
            "week 2. Return 2025: 1 of 5 (20%) in that week.");
}

TEST(ResponseRate, columns_are_as_high_as_their_shares) {
  const auto drawn = response_rate({"Now", 100, {10, 20, 40, 80}}, std::nullopt);
  std::vector<int> heights;
  for (const auto& each : bars(parsed(drawn.picture.svg)))
    heights.push_back(each.number("height"));
  ASSERT_EQ(heights.size(), 4U);
  EXPECT_EQ(heights[1], 2 * heights[0]);
  EXPECT_EQ(heights[2], 4 * heights[0]);
  EXPECT_EQ(heights[3], 8 * heights[0]);
}

TEST(ResponseRate, every_length_is_drawn_with_this_week_in_it) {
  for (int weeks = 1; weeks <= 61; ++weeks) {
    RateSeries now{"Now", 1000, {}}, before{"Before", 7, std::vector<int>(40, 7)};
    for (int week = 0; week < weeks; ++week)
      now.in_by_week.push_back(week);
    const auto drawn = response_rate(now, before);
    expect_good(drawn.picture);
    EXPECT_EQ(drawn.data.rows.size(), static_cast<std::size_t>(std::max(weeks, 40)));
    const auto words = "|" + all_text(drawn.picture.svg);
    EXPECT_NE(words.find("|" + std::to_string(weeks - 1) + "|"), std::string::npos) << words;
  }
}

TEST(ResponseRate, more_in_than_were_asked_is_no_higher_than_all) {
  const auto drawn = response_rate({"Now", 2, {3}}, std::nullopt);
  expect_good(drawn.picture);
  EXPECT_NE(all_text(drawn.picture.svg).find("100%"), std::string::npos);
}

TEST(GradeDistribution, segments_fill_each_bar_and_stand_for_their_counts) {
  const std::vector<std::string> points{"Met", "Partly met", "Not met"};
  const auto drawn =
      grade_distribution(points, {{"1 Leadership", {3, 1, 0}}, {"2 Listening", {1, 1, 6}}});
  expect_good(drawn.picture);
  std::map<int, int> widths;
  std::map<int, std::vector<int>> of_bar;
  for (const auto& each : bars(parsed(drawn.picture.svg))) {
    widths[each.number("y")] += each.number("width");
    of_bar[each.number("y")].push_back(each.number("width"));
  }
  ASSERT_EQ(widths.size(), 2U);
  EXPECT_EQ(widths.begin()->second, 440);
  EXPECT_EQ(widths.rbegin()->second, 440);
  EXPECT_EQ(of_bar.begin()->second, (std::vector<int>{330, 110}));
  EXPECT_EQ(of_bar.rbegin()->second, (std::vector<int>{55, 55, 330}));
  const auto words = all_text(drawn.picture.svg);
  EXPECT_NE(words.find("A 3, B 1, C 0 of 4|"), std::string::npos) << words;
  EXPECT_NE(words.find("A 1, B 1, C 6 of 8|"), std::string::npos) << words;
  EXPECT_EQ(words_of(drawn.data)[0],
            (std::vector<std::string>{"1 Leadership", "3 of 4 (75%)", "1 of 4 (25%)", "0 of 4 (0%)",
                                      "4"}));
  EXPECT_EQ(drawn.picture.alternative,
            "Stacked bars, one for each of 2 parts. In all of them together: Met 4, Partly met 2, "
            "Not met 6, of 12.");
}

TEST(GradeDistribution, neighbours_differ_in_shade_and_letters_are_readable_on_theirs) {
  const auto light = [](const std::string& colour) {
    const auto part = [&](std::size_t at) { return std::stoi(colour.substr(at, 2), nullptr, 16); };
    return 2126 * part(1) + 7152 * part(3) + 722 * part(5);
  };
  for (int of = 2; of <= 9; ++of) {
    for (int i = 1; i < of; ++i)
      EXPECT_GT(light(Drawing::shade(i, of)), light(Drawing::shade(i - 1, of)));
    for (int i = 0; i < of; ++i) {
      const int part = light(Drawing::shade(i, of)) / 10000;
      EXPECT_TRUE(Drawing::is_dark(i, of) ? part <= 120 : part >= 95) << i << " of " << of;
    }
  }
}

TEST(GradeDistribution, a_part_with_nothing_and_segments_too_small_for_a_letter) {
  const auto drawn = grade_distribution({"Met", "Not met"}, {{"1", {999, 1}}, {"2", {0, 0}}});
  expect_good(drawn.picture);
  const auto words = all_text(drawn.picture.svg);
  EXPECT_NE(words.find("A 999, B 1 of 1000|"), std::string::npos) << words;
  EXPECT_NE(words.find("A 0, B 0 of 0|"), std::string::npos) << words;
  EXPECT_EQ(words.find("|B|"), std::string::npos) << words;
}

TEST(ActionAgeing, bars_are_as_long_as_their_counts) {
  const auto drawn = action_ageing(
      {{"Not due yet", 4}, {"Late by a month", 8}, {"Late by more", 0}}, "open actions");
  expect_good(drawn.picture);
  const auto drawn_bars = bars(parsed(drawn.picture.svg));
  ASSERT_EQ(drawn_bars.size(), 2U);
  EXPECT_EQ(drawn_bars[1].number("width"), 2 * drawn_bars[0].number("width"));
  EXPECT_EQ(words_of(drawn.data), (Rows{{"Not due yet", "4 of 12 (33%)"},
                                        {"Late by a month", "8 of 12 (67%)"},
                                        {"Late by more", "0 of 12 (0%)"}}));
  EXPECT_NE(all_text(drawn.picture.svg).find("Late by more|0|"), std::string::npos);
}

TEST(SelfAgainstBoard, marks_stand_where_their_shares_are) {
  const auto drawn = self_against_board("Met", {{"1", 10, 5, 10}, {"2", 0, 0, 4}, {"3", 0, 0, 0}});
  expect_good(drawn.picture);
  std::vector<int> circles;
  for (const auto& each : named(parsed(drawn.picture.svg), "circle"))
    circles.push_back(each.number("cx"));
  EXPECT_EQ(circles, (std::vector<int>{18, 440, 20}));  // the first is the key's
  const auto words = all_text(drawn.picture.svg);
  EXPECT_NE(words.find("Own 10, board 5, of 10|"), std::string::npos) << words;
  EXPECT_EQ(words_of(drawn.data)[2], (std::vector<std::string>{"3", "0 of 0", "0 of 0"}));
  EXPECT_NE(drawn.picture.alternative.find("10 of 14 (71%) by the organisations, 5 of 14 (36%)"),
            std::string::npos);
}

TEST(HeatTable, says_in_words_what_its_shades_say) {
  const auto table =
      heat_table("Met, of what was graded", {"1", "2"},
                 {{"Harbour Trust", {{"9 of 10", 5}, {"none", 0}}}, {"Short", {{"1 of 2", 3}}}});
  EXPECT_EQ(words_of(table), (Rows{{"Harbour Trust", "9 of 10", "none"}, {"Short", "1 of 2", ""}}));
  EXPECT_TRUE(table.first_is_heading);
  EXPECT_EQ(heat_shade(0, 0), 0);
  EXPECT_EQ(heat_shade(0, 9), 1);
  EXPECT_EQ(heat_shade(1, 2), 3);
  EXPECT_EQ(heat_shade(7, 7), 5);
  EXPECT_EQ(heat_shade(9, 7), 5);
}

// Names of every kind: hostile, long without a break, long with, right to left, wide.
std::vector<std::string> hard_names() {
  std::vector<std::string> names{hostile,
                                 std::string(10000, 'w'),
                                 "",
                                 "مجلس حماية الأطفال",
                                 "Bwrdd Diogelu Plant Llŷn",
                                 "児童保護委員会児童保護委員会児童保護委員会児童保護委員会"};
  std::string words;
  for (int i = 0; i < 2000; ++i)
    words += "four\n";
  names.push_back(words);
  return names;
}

TEST(Pictures, take_every_text_as_text_and_leave_none_of_it_outside) {
  for (const auto& name : hard_names()) {
    for (const auto& drawn : {response_rate({name, 3, {1, 2}}, {{name, 3, {3}}}),
                              grade_distribution({name, name}, {{name, {1, 2}}, {name, {0, 0}}}),
                              action_ageing({{name, 3}, {name, 0}}, name),
                              self_against_board(name, {{name, 1, 2, 3}})}) {
      expect_good(drawn.picture);
      EXPECT_EQ(drawn.picture.svg.find("<script"), std::string::npos);
      Document document;
      document.title = "T";
      document.blocks = {drawn.picture, drawn.data};
      EXPECT_EQ(to_page(document).find("<script"), std::string::npos);
    }
  }
}

TEST(Pictures, of_nothing_say_so) {
  for (const auto& drawn :
       {response_rate({"Now", 0, {0, 0}}, std::nullopt),
        response_rate({"Now", 4, {}}, std::nullopt), grade_distribution({}, {}),
        grade_distribution({"Met"}, {{"1", {0}}}), action_ageing({}, "open actions"),
        self_against_board("Met", {}), self_against_board("Met", {{"1", 0, 0, 0}})}) {
    expect_good(drawn.picture);
    EXPECT_TRUE(bars(parsed(drawn.picture.svg)).empty());
    EXPECT_EQ(named(parsed(drawn.picture.svg), "text").size(), 1U);
  }
  EXPECT_EQ(action_ageing({}, "open actions").picture.alternative, "There are no open actions.");
}

TEST(Wrapped, breaks_between_words_and_says_where_something_is_left_out) {
  using Lines = std::vector<std::string>;
  EXPECT_EQ(wrapped("one two three", 7, 3), (Lines{"one two", "three"}));
  EXPECT_EQ(wrapped("one two three four", 7, 2), (Lines{"one two", "three…"}));
  EXPECT_EQ(wrapped("abcdefghij", 4, 3), (Lines{"abcd", "efgh", "ij"}));
  EXPECT_EQ(wrapped("  ", 4, 3), Lines{});
  EXPECT_EQ(wrapped("Llŷn âê", 4, 2), (Lines{"Llŷn", "âê"}));
}

TEST(ShareWords, round_to_the_nearest_and_have_no_share_of_nothing) {
  EXPECT_EQ(share_words(1, 3), "1 of 3 (33%)");
  EXPECT_EQ(share_words(2, 3), "2 of 3 (67%)");
  EXPECT_EQ(share_words(1, 200), "1 of 200 (1%)");
  EXPECT_EQ(share_words(0, 0), "0 of 0");
}

}  // namespace
}  // namespace onereturn::documents
