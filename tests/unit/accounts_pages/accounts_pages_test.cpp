// The pages of accounts, with every key demanded: what a template asks for is there.

#include <gtest/gtest.h>

#include "gateway/views/colleague_form.hpp"
#include "gateway/views/plain_form.hpp"
#include "support/rendered_page.hpp"

namespace onereturn::gateway::views {
namespace {

using testing::has;
using testing::rendered_page;

PlainForm whole_form() {
  PlainForm form;
  form.title = "Enter the code";
  form.eyebrow = "Dee Okafor";
  form.lede = "Six digits.";
  form.note = "Done.";
  form.paragraphs = {"One.", "Two."};
  form.action = "/sign-in/code";
  form.button = "Sign in";
  form.hidden = {{"token", "a\"b"}};
  TextField field{"code", "Code", "12<3"};
  field.hint = "From your phone.";
  field.numeric = true;
  form.fields = {field};
  form.links = {{"/sign-in", "Begin again"}};
  form.boxes = {{"Why?", "Because."}};
  form.back = {"/account", "Your account"};
  return form;
}

TEST(PlainForm, says_what_is_wrong_where_and_keeps_what_was_typed) {
  const auto page = rendered_page(
      "pages/plain_form", plain_form(whole_form(), "token", {{"code", "That is not the code"}}));
  EXPECT_TRUE(has(page, "Error: Enter the code - OneReturn"));
  EXPECT_TRUE(has(page, "href=\"#code\">That is not the code"));
  EXPECT_TRUE(has(page, "value=\"12&lt;3\""));
  EXPECT_TRUE(has(page, "aria-describedby=\"code-hint code-error\""));
  EXPECT_TRUE(has(page, "value=\"a&quot;b\""));
}

TEST(PlainForm, without_a_form_asks_nothing) {
  PlainForm form;
  form.title = "Look at your mail";
  const auto page = rendered_page("pages/plain_form", plain_form(form, "token", {}));
  EXPECT_FALSE(has(page, "<form action=\"\""));
  EXPECT_FALSE(has(page, "<aside"));
  EXPECT_FALSE(has(page, "govuk-error-summary"));
}

ColleagueForm colleague() {
  ColleagueForm form;
  form.title = "Nia Prosser";
  form.action = "/colleagues/1";
  form.button = "Save";
  form.box_heading = "From now on";
  form.box = "At once.";
  form.rights = {"contributor", "Sergeant", UnitId("b1"), {"2"}};
  form.units = {{"a1", "North"}, {"b1", "South"}};
  form.standards = {{"1", "1. First"}, {"2", "2. Second"}};
  form.remove_action = "/colleagues/1/remove";
  form.remove_heading = "Remove Nia Prosser";
  form.remove_button = "Remove them";
  return form;
}

TEST(ColleagueForm, shows_what_they_may_do_now) {
  const auto page = rendered_page("pages/colleague", colleague_form(colleague(), "token", {}));
  EXPECT_TRUE(has(page, "name=\"role\" value=\"contributor\" checked"));
  EXPECT_TRUE(has(page, "<option value=\"b1\" selected>South"));
  EXPECT_TRUE(has(page, "name=\"standard\" value=\"2\" checked"));
  EXPECT_FALSE(has(page, "value=\"1\" checked"));
  EXPECT_TRUE(has(page, "action=\"/colleagues/1/remove\""));
  EXPECT_FALSE(has(page, "id=\"email\""));
}

TEST(ColleagueForm, asks_for_whoever_is_invited_and_leads_to_each_fault) {
  auto form = colleague();
  form.asks_who = true;
  form.email = "no address";
  form.remove_action.clear();
  const auto page =
      rendered_page("pages/colleague",
                    colleague_form(form, "token",
                                   {{"email", "Enter it"}, {"role", "Choose"}, {"unit", "Where"}}));
  EXPECT_TRUE(has(page, "value=\"no address\""));
  EXPECT_TRUE(has(page, "href=\"#role\""));
  EXPECT_TRUE(has(page, "id=\"role\""));
  EXPECT_TRUE(has(page, "id=\"unit-error\""));
  EXPECT_FALSE(has(page, "Remove"));
}

}  // namespace
}  // namespace onereturn::gateway::views
