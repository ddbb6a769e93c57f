// The board's list of actions where there are many organisations.

#include "gateway/views/action_list.hpp"

#include <gtest/gtest.h>

namespace onereturn::gateway::views {
namespace {

std::vector<std::string> offered(const actions::ActionsPage& page, const ListAsked& asked) {
  std::vector<std::string> words;
  const auto shown = action_list_page({page, asked, *parse_date("2027-10-05"), true, ""});
  for (const auto& group : shown.find("list")->find("groups")->items()) {
    if (group.find("words")->text() != "Organisation") continue;
    for (const auto& box : group.find("boxes")->items())
      words.push_back(box.find("words")->text());
  }
  return words;
}

actions::ActionsPage with_organisations(int count) {
  actions::ActionsPage page;
  for (int n = 1; n <= count; ++n)
    page.around.organisations.push_back({"id " + std::to_string(n), "Name " + std::to_string(n)});
  return page;
}

TEST(ActionList, offers_organisations_to_tick_while_there_are_not_too_many) {
  ListAsked asked;
  EXPECT_EQ(offered(with_organisations(60), asked).size(), 60U);
  EXPECT_TRUE(offered(with_organisations(61), asked).empty()) << "they are found by typing";
  asked.chosen["organisation"] = {"id 61"};
  EXPECT_EQ(offered(with_organisations(61), asked), std::vector<std::string>{"Name 61"})
      << "one that was chosen can be seen, and left";
}

}  // namespace
}  // namespace onereturn::gateway::views
