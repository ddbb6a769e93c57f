// A list that is searched, filtered, sorted and paged by its address alone.

#include "gateway/views/listing.hpp"

#include <filesystem>

#include <gtest/gtest.h>

#include "platform/html/renderer.hpp"
#include "platform/http/urlencoded.hpp"

namespace onereturn::gateway::views {
namespace {

using html::Data;

ListShape fruit() {
  ListShape shape;
  shape.path = "/fruit";
  shape.what_one = "fruit";
  shape.what_many = "fruits";
  shape.search = "Name";
  shape.filters = {{"colour", "Colour", {{"red", "Red", 3}, {"green", "Green & ripe"}}},
                   {"kind", "Kind", {{"berry", "Berry"}}}};
  shape.columns = {{"Name", "name"}, {"Weight", "weight", true}, {"Note", {}, false, true}};
  shape.sort = "name";
  shape.page_size = 10;
  return shape;
}

ListAsked asked_for(const std::string& query) {
  http::Fields fields;
  std::size_t from = 0;
  while (from < query.size()) {
    const auto end = std::min(query.find('&', from), query.size());
    const auto equals = query.find('=', from);
    fields.add(query.substr(from, equals - from), query.substr(equals + 1, end - equals - 1));
    from = end + 1;
  }
  return list_asked(fields, fruit());
}

// The three pieces as pages put them together, with every key demanded.
std::string rendered(const ListAsked& asked, int total, const ListShape& shape = fruit()) {
  static const html::Renderer strict(
      std::filesystem::path(ONERETURN_SOURCE_DIR) / "services/gateway/templates",
      html::Strictness::every_key);
  const auto data = listing(shape, asked, total);
  std::string all;
  for (const auto* piece :
       {"bits/listing_filter", "bits/listing_count", "bits/listing_head", "bits/listing_pages"})
    all += strict.render(piece, data);
  return all;
}

bool has(const std::string& page, const std::string& words) {
  return page.find(words) != std::string::npos;
}

TEST(Listing, takes_what_was_decided_before_along_wherever_it_leads) {
  auto shape = fruit();
  shape.kept = {{"join", "the & basket"}};
  const auto page = rendered(asked_for("q=plum&colour=red&page=2&sort=weight"), 45, shape);
  std::size_t addresses = 0;
  for (auto at = page.find("href=\"/fruit"); at != std::string::npos;
       at = page.find("href=\"/fruit", at + 1)) {
    const auto address = page.substr(at, page.find('"', at + 6) - at);
    EXPECT_NE(address.find("join=the%20%26%20basket"), std::string::npos) << address;
    ++addresses;
  }
  EXPECT_GT(addresses, 8U) << "chips, clear, columns, pages, the file";
  EXPECT_TRUE(has(page, "<input type=\"hidden\" name=\"join\" value=\"the &amp; basket\">"));
  EXPECT_FALSE(has(rendered(asked_for("q=plum"), 45), "join="));
}

TEST(Listing, keeps_its_state_in_the_address) {
  const auto asked = asked_for("q= ripe &colour=red&colour=green&sort=weight&down=yes&page=3");
  EXPECT_EQ(asked.text, "ripe");
  EXPECT_EQ(asked.of("colour"), (std::vector<std::string>{"red", "green"}));
  EXPECT_TRUE(asked.of("kind").empty());
  EXPECT_EQ(asked.page, 3);
  EXPECT_EQ(list_address(fruit(), asked),
            "/fruit?q=ripe&colour=red&colour=green&sort=weight&down=yes");
  EXPECT_EQ(list_address(fruit(), asked, ".csv"),
            "/fruit.csv?q=ripe&colour=red&colour=green&sort=weight&down=yes");
  EXPECT_EQ(list_address(fruit(), asked_for("sort=name")), "/fruit");
}

TEST(Listing, takes_from_the_address_only_what_it_knows) {
  const auto asked =
      asked_for("smell=bad&sort=note&down=yes&page=-4&colour=&colour=red&colour=red");
  EXPECT_EQ(asked.sort, "name");
  EXPECT_FALSE(asked.descending);
  EXPECT_EQ(asked.page, 1);
  EXPECT_EQ(asked.of("colour"), std::vector<std::string>{"red"});
  EXPECT_EQ(asked.chosen.size(), 1U);
}

TEST(Listing, reads_a_page_that_is_no_number_as_the_first) {
  for (const auto* page : {"", "x", "2x", "0", "99999999999999999999", " 2"})
    EXPECT_EQ(asked_for(std::string("page=") + page).page, 1) << page;
  EXPECT_EQ(asked_for("page=999999999").page, 100'000);
}

TEST(Listing, cuts_what_is_too_long_between_characters) {
  std::string long_text;
  for (int i = 0; i < 150; ++i)
    long_text += "\xc3\xa9";
  EXPECT_EQ(asked_for("q=" + long_text).text.size(), 200U);
  const auto value = asked_for("colour=x" + long_text).of("colour").front();
  EXPECT_EQ(value.size(), 299U);
  std::string many = "colour=c";
  for (int i = 0; i < 99; ++i)
    many += "&colour=c" + std::to_string(i);
  EXPECT_EQ(asked_for(many).of("colour").size(), 40U);
}

TEST(Listing, takes_a_page_behind_the_last_for_the_last) {
  auto asked = asked_for("page=7");
  EXPECT_EQ(list_offset(fruit(), asked, 25), 20);
  EXPECT_EQ(asked.page, 3);
  EXPECT_EQ(list_offset(fruit(), asked, 0), 0);
  EXPECT_EQ(asked.page, 1);
  auto exactly = asked_for("page=2");
  EXPECT_EQ(list_offset(fruit(), exactly, 20), 10);
}

TEST(Listing, takes_one_filter_away_at_a_time) {
  const auto page = rendered(asked_for("q=a%26b&colour=red&colour=green"), 25);
  EXPECT_TRUE(has(page, "href=\"/fruit?q=a%2526b&amp;colour=green\""));
  EXPECT_TRUE(has(page, "href=\"/fruit?colour=red&amp;colour=green\""));
  EXPECT_TRUE(has(page, "Green &amp; ripe</a>"));
  EXPECT_TRUE(has(page, "Red <span class=\"quiet num\">3</span>"));
  EXPECT_TRUE(has(page, "<details class=\"fgroup\" open><summary>Colour"));
  EXPECT_TRUE(has(page, "<details class=\"fgroup\"><summary>Kind"));
}

TEST(Listing, shows_a_chip_for_a_value_that_it_does_not_know) {
  EXPECT_TRUE(has(rendered(asked_for("colour=<blue>"), 0), "Colour: &lt;blue&gt;"));
}

TEST(Listing, turns_the_order_round_on_the_second_press) {
  const auto plain = rendered(asked_for("colour=red"), 25);
  EXPECT_TRUE(has(plain,
                  "aria-sort=\"ascending\"><a class=\"govuk-link\" "
                  "href=\"/fruit?colour=red&amp;sort=name&amp;down=yes\""));
  const auto turned = rendered(asked_for("sort=weight&down=yes"), 25);
  EXPECT_TRUE(has(turned,
                  "class=\"r\" aria-sort=\"descending\"><a class=\"govuk-link\" "
                  "href=\"/fruit?sort=weight\""));
  EXPECT_TRUE(has(turned, "name=\"sort\" value=\"weight\""));
  EXPECT_FALSE(has(plain, "name=\"sort\""));
  EXPECT_TRUE(has(plain, "class=\"p2\">Note</th>"));
}

TEST(Listing, names_the_pages_around_this_one) {
  const auto page = rendered(asked_for("page=5"), 95);
  EXPECT_TRUE(has(page, "<b>95 fruits</b><span class=\"small quiet\">41 to 50</span>"));
  EXPECT_TRUE(has(page, "href=\"/fruit?page=4\" rel=\"prev\""));
  EXPECT_TRUE(has(page, "href=\"/fruit?page=6\" rel=\"next\""));
  EXPECT_TRUE(has(page, "aria-label=\"Page 5\" aria-current=\"page\""));
  EXPECT_TRUE(has(page, "ellipsis"));
  EXPECT_TRUE(has(page, "href=\"/fruit\" aria-label=\"Page 1\""));
  EXPECT_FALSE(has(rendered(asked_for(""), 10), "govuk-pagination"));
  EXPECT_TRUE(has(rendered(asked_for(""), 1), "<b>1 fruit</b>"));
}

TEST(Listing, has_no_search_file_or_boxes_where_the_shape_has_none) {
  auto shape = fruit();
  shape.search.clear();
  shape.export_ = false;
  const auto page = rendered(list_asked(http::Fields{}, shape), 3, shape);
  EXPECT_FALSE(has(page, "type=\"search\""));
  EXPECT_FALSE(has(page, ".csv"));
  EXPECT_FALSE(has(page, "Select"));
  shape.ticks = true;
  EXPECT_TRUE(has(rendered(list_asked(http::Fields{}, shape), 3, shape), "class=\"sel\""));
}

TEST(Listing, writes_files_in_which_no_cell_is_a_formula) {
  const auto file = csv_file("fruit", {"Name", "Note"},
                             {{"=HYPERLINK(1)", "a, \"b\""}, {"+1", "line\n-2"}, {"@x", "\t=3"}});
  EXPECT_EQ(file.headers.get("Content-Disposition"), "attachment; filename=\"fruit.csv\"");
  EXPECT_EQ(file.headers.get("Content-Type"), "text/csv; charset=utf-8");
  EXPECT_EQ(file.body.find("\"=") + 1, 0U) << file.body;
  EXPECT_TRUE(has(file.body, "\"'=HYPERLINK(1)\",\"a, \"\"b\"\"\""));
  EXPECT_TRUE(has(file.body, "\"'+1\",\"'line\n-2\""));
}

}  // namespace
}  // namespace onereturn::gateway::views
