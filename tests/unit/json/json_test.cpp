#include "platform/json/json.hpp"

#include <array>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "platform/json/reader.hpp"

namespace onereturn::json {
namespace {

std::string first_fault(const std::string& text, Limits limits = {}) {
  const Parsed parsed = parse(text, limits);
  EXPECT_EQ(parsed.value.has_value(), parsed.faults.empty()) << text;
  return parsed.faults.empty() ? "" : parsed.faults[0].path + ": " + parsed.faults[0].message;
}

TEST(ParseJson, reads_every_kind_of_value_and_keeps_the_order_of_members) {
  const Parsed parsed = parse(R"({"b":[1,-2,2.5,true,null,"ü"],"a":{}})");
  ASSERT_TRUE(parsed.value) << to_text(parsed.faults);
  const Object& object = *parsed.value->if_object();
  ASSERT_EQ(object.size(), 2U);
  EXPECT_EQ(object[0].first, "b");
  const Array expected{Value(1), Value(-2), Value(2.5), Value(true), Value(), Value("ü")};
  EXPECT_EQ(object[0].second, Value(expected));
  EXPECT_EQ(object[1].second, Value(Object{}));
}

TEST(ParseJson, refuses_what_is_bad_and_says_where) {
  const std::vector<std::pair<std::string, std::string>> bad = {
      {"", ": not JSON at byte 1"},
      {"{", "/: not JSON at byte 2"},
      {"[1,]", "/1: not JSON at byte 4"},
      {"[1] 2", ": not JSON at byte 5"},
      {"{'a':1}", "/: not JSON at byte 2"},
      {"[NaN]", "/0: not JSON at byte 2"},
      {"[01]", "/1: not JSON at byte 3"},
      {"// no\n1", ": not JSON at byte 1"},
      {"\"\xff\"", ": not JSON at byte 2"},
      {"\"\xc0\xaf\"", ": not JSON at byte 2"},
      {"\"\xed\xa0\x80\"", ": not JSON at byte 3"},
      {"[\"a\\u0000b\"]", "/0: text must not contain NUL"},
      {R"({"a\u0000":1})", "/: a key must not contain NUL"},
      {R"({"a":{"x":1,"y":2,"x":3}})", "/a/x: the key \"x\" stands twice"},
      {"[9223372036854775808]", "/0: this whole number is too large"},
      {"[123456789012345678901234567890]", "/0: this whole number is too large"},
      {"[1e999]", "/0: this number is too large"},
  };
  for (const auto& [text, fault] : bad)
    EXPECT_EQ(first_fault(text), fault) << text;
}

TEST(ParseJson, keeps_its_limits_of_depth_and_length) {
  const std::string fits = std::string(32, '[') + std::string(32, ']');
  EXPECT_EQ(first_fault(fits), "");
  const std::string deep = std::string(33, '[') + std::string(33, ']');
  EXPECT_NE(first_fault(deep).find("nested deeper than 32"), std::string::npos);
  const std::string bottomless(1'000'000, '[');
  EXPECT_NE(first_fault(bottomless).find("nested deeper than 32"), std::string::npos);
  EXPECT_EQ(first_fault("[1,2,3]", {32, 6}), ": longer than 6 bytes");
}

TEST(WriteJson, gives_back_what_was_read) {
  const std::string text = R"({"z":[1,-2,2.5,true,null,"a\"b\n\\"],"a":{},"m":"ü€"})";
  const Parsed parsed = parse(text);
  ASSERT_TRUE(parsed.value);
  EXPECT_EQ(write(*parsed.value), text);
  const Parsed again = parse(write(*parsed.value, Style::indented));
  ASSERT_TRUE(again.value);
  EXPECT_EQ(*again.value, *parsed.value);
}

TEST(WriteJson, refuses_text_that_is_not_utf8) {
  EXPECT_THROW(write(Value(std::string("\xff"))), std::invalid_argument);
}

constexpr const char* schema = R"({"$schema":"http://json-schema.org/draft-07/schema#",
 "type":"object","additionalProperties":false,"required":["name","list"],
 "properties":{"name":{"type":"string","minLength":1},
  "list":{"type":"array","items":{"$ref":"#/definitions/entry"}}},
 "definitions":{"entry":{"type":"object","required":["n"],"additionalProperties":false,
  "properties":{"n":{"type":"integer","minimum":0,"maximum":4},"kind":{"const":"a"}}}}})";

TEST(ValidateJson, passes_what_follows_the_schema) {
  EXPECT_TRUE(validate(schema, R"({"name":"x","list":[{"n":0},{"n":4,"kind":"a"}]})").empty());
}

TEST(ValidateJson, names_the_place_of_each_fault) {
  const std::vector<std::pair<std::string, std::string>> bad = {
      {R"({"name":"x","list":[{"n":0},{"n":5}]})", "/list/1/n"},
      {R"({"name":"x","list":[{"n":0,"kind":"b"}]})", "/list/0/kind"},
      {R"({"name":"","list":[]})", "/name"},
      {R"({"list":[]})", ""},
      {R"({"name":"x","list":[],"more":1})", ""},
  };
  for (const auto& [document, path] : bad) {
    bool found = false;
    for (const Fault& fault : validate(schema, document))
      found = found || fault.path == path;
    EXPECT_TRUE(found) << document << "\n" << to_text(validate(schema, document));
  }
}

TEST(ValidateJson, says_so_when_a_text_cannot_be_parsed) {
  EXPECT_EQ(validate("{", "{}")[0].path, "schema");
  EXPECT_FALSE(validate(schema, "{").empty());
}

enum class Colour { red, green };
constexpr std::array<std::pair<const char*, Colour>, 2> colours = {
    {{"red", Colour::red}, {"green", Colour::green}}};

std::vector<std::string> read_all(const std::string& text) {
  const Parsed parsed = parse(text);
  EXPECT_TRUE(parsed.value) << text;
  Faults faults;
  ObjectReader reader(*parsed.value, "", faults);
  reader.text("name", {5, false});
  reader.integer("n", 0, 4);
  reader.flag("yes");
  reader.choice<Colour>("colour", colours);
  reader.optional_texts("words");
  reader.optional_integer("maybe", 0, 9);
  reader.optional_objects("list", [](ObjectReader& entry) { entry.integer("n", 1, 2); });
  reader.optional_object("one", [](ObjectReader& one) { one.flag("yes"); });
  reader.finish();
  std::vector<std::string> lines;
  for (const Fault& fault : faults.list())
    lines.push_back(fault.path + ": " + fault.message);
  return lines;
}

TEST(ObjectReader, takes_a_good_object) {
  EXPECT_TRUE(read_all(R"({"name":"x","n":4,"yes":true,"colour":"green","words":["a"],
    "maybe":null,"list":[{"n":1},{"n":2}],"one":{"yes":false}})")
                  .empty());
  EXPECT_TRUE(read_all(R"({"name":"x","n":4,"yes":true,"colour":"red"})").empty());
}

TEST(ObjectReader, gathers_every_fault_with_its_path) {
  const std::vector<std::string> expected = {
      "/name: is longer than 5 bytes",
      "/n: 7 is not between 0 and 4",
      "/yes: must be true or false, not text",
      "/colour: \"blue\" is not one of red green",
      "/words/1: must be text, not a whole number",
      "/list/0/n: must be a whole number, not text",
      "/list/0/extra: is not known here",
      "/list/1: must be an object, not a whole number",
      "/one/yes: is missing",
      "/more: is not known here",
  };
  EXPECT_EQ(read_all(R"({"name":"too long","n":7,"yes":"no","colour":"blue","words":["a",1],
    "list":[{"n":"1","extra":1},3],"one":{},"more":1})"),
            expected);
}

TEST(ObjectReader, says_so_when_it_is_given_no_object) {
  EXPECT_EQ(read_all("[]"), std::vector<std::string>{": must be an object, not a list"});
}

}  // namespace
}  // namespace onereturn::json
