#include "platform/html/renderer.hpp"

#include <thread>

#include <gtest/gtest.h>

namespace onereturn::html {
namespace {

std::string fault_of(const Renderer::Sources& sources) {
  try {
    const Renderer renderer(sources);
  } catch (const TemplateError& error) {
    return error.what();
  }
  return {};
}

TEST(Renderer, escapes_every_text) {
  const Renderer renderer(Renderer::Sources{{"page", "<p title=\"{{t}}\">{{t}}</p>"}});
  const auto page = renderer.render("page", Data::object().set("t", "<a href='x'>&\"</a>"));
  EXPECT_EQ(page.find("<a"), std::string::npos);
  EXPECT_EQ(page.find('\''), std::string::npos);
  EXPECT_NE(page.find("&lt;a"), std::string::npos);
}

TEST(Renderer, prints_numbers_and_skips_what_is_no) {
  const Renderer renderer(
      Renderer::Sources{{"page", "{{n}}{{#off}}x{{/off}}{{^off}}y{{/off}}{{off}}"}});
  EXPECT_EQ(renderer.render("page", Data::object().set("n", 42).set("off", Data())), "42y");
}

TEST(Renderer, repeats_a_section_for_each_item_of_a_list) {
  const Renderer renderer(Renderer::Sources{{"page", "{{#rows}}{{name}};{{/rows}}"}});
  auto rows = Data::list();
  rows.push(Data::object().set("name", "one")).push(Data::object().set("name", "two"));
  EXPECT_EQ(renderer.render("page", Data::object().set("rows", rows)), "one;two;");
}

TEST(Renderer, puts_partials_in_as_text) {
  const Renderer renderer(
      Renderer::Sources{{"page", "<{{> bits/name}}>"}, {"bits/name", "{{name}}"}});
  EXPECT_EQ(renderer.render("page", Data::object().set("name", "x")), "<x>");
}

TEST(Renderer, never_parses_a_text_of_the_data_as_a_template) {
  const Renderer renderer(Renderer::Sources{{"page", "{{> p}}{{x}}"}, {"p", "-{{p}}-"}});
  auto data = Data::object();
  data.set("p", "{{secret}}").set("x", "{{secret}}").set("secret", "told");
  EXPECT_EQ(renderer.render("page", std::move(data)), "-{{secret}}-{{secret}}");
}

TEST(Renderer, fills_a_layout_with_a_page) {
  const Renderer renderer(
      Renderer::Sources{{"layouts/base", "<main>{{{body}}}</main>"}, {"page", "<b>{{x}}</b>"}});
  EXPECT_EQ(renderer.render_in("layouts/base", "page", Data::object().set("x", "&")),
            "<main><b>&amp;</b></main>");
}

TEST(Renderer, refuses_unescaped_output) {
  EXPECT_NE(fault_of({{"page", "{{{body}}}"}}).find("unescaped"), std::string::npos);
  EXPECT_NE(fault_of({{"page", "{{&x}}"}}).find("unescaped"), std::string::npos);
  EXPECT_NE(fault_of({{"layouts/base", "{{{title}}}"}}).find("unescaped"), std::string::npos);
  EXPECT_EQ(fault_of({{"layouts/base", "{{{body}}}"}}), "");
}

TEST(Renderer, refuses_to_start_on_faulty_templates_and_names_each) {
  const auto faults = fault_of({{"a", "{{> nobody}}"},
                                {"b", "{{#open}}"},
                                {"c", "{{> c}}"},
                                {"d", "{{=<% %>=}}"},
                                {"e", "{{#x}}{{/y}}"},
                                {"f", "{{broken"}});
  for (const auto* word : {"'nobody'", "template 'b'", "nested too deep", "template 'd'",
                           "template 'e'", "template 'f'"}) {
    EXPECT_NE(faults.find(word), std::string::npos) << word << " in\n" << faults;
  }
}

TEST(Renderer, throws_for_a_template_that_is_not_there) {
  const Renderer renderer(Renderer::Sources{{"page", ""}});
  EXPECT_THROW(renderer.render("other", Data::object()), TemplateError);
}

TEST(Renderer, names_missing_keys_when_strict) {
  const Renderer renderer(
      Renderer::Sources{{"page", "{{here}}{{#rows}}{{deep}}{{here}}{{/rows}}{{a.b}}"}},
      Strictness::every_key);
  auto data = Data::object();
  data.set("here", "x").set("a", Data::object());
  auto rows = Data::list();
  rows.push(Data::object());
  data.set("rows", rows);
  try {
    renderer.render("page", std::move(data));
    FAIL() << "nothing was noticed";
  } catch (const TemplateError& error) {
    EXPECT_NE(std::string(error.what()).find("lacks: deep a.b"), std::string::npos) << error.what();
  }
}

TEST(Renderer, asks_for_no_key_inside_a_section_that_is_off) {
  const Renderer renderer(Renderer::Sources{{"page", "{{#e}}{{text}}{{/e}}"}},
                          Strictness::every_key);
  EXPECT_EQ(renderer.render("page", Data::object().set("e", Data())), "");
}

TEST(Renderer, serves_many_threads_at_once) {
  const Renderer renderer(Renderer::Sources{{"page", "{{#rows}}{{.}}{{/rows}}"}});
  std::vector<std::jthread> threads;
  for (int thread = 0; thread < 4; ++thread) {
    threads.emplace_back([&renderer, thread] {
      for (int round = 0; round < 200; ++round) {
        auto rows = Data::list();
        rows.push(thread).push(thread);
        const auto digit = std::to_string(thread);
        EXPECT_EQ(renderer.render("page", Data::object().set("rows", rows)), digit + digit);
      }
    });
  }
}

}  // namespace
}  // namespace onereturn::html
