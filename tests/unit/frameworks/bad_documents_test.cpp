#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "domain/frameworks/framework_format.hpp"
#include "domain/frameworks/framework_rules.hpp"
#include "domain/frameworks/mapping_format.hpp"
#include "domain/frameworks/template_format.hpp"
#include "domain/frameworks/template_rules.hpp"

// A bad document is refused with the path of every fault. Each row changes one thing in a good one.
namespace onereturn::frameworks {
namespace {

struct Row {
  const char* from;
  const char* to;
  const char* fault;  // "path: message", or "" when it stays good
};

std::string changed(std::string text, const Row& row) {
  const auto at = text.find(row.from);
  EXPECT_NE(at, std::string::npos) << row.from;
  return at == std::string::npos ? text : text.replace(at, std::string(row.from).size(), row.to);
}

template <class T>
std::string faults(const Result<T>& result) {
  std::string text;
  if (result) return text;
  for (const FieldError& field : result.problem().fields) {
    text += field.field + ": " + field.message + "\n";
  }
  return text;
}

template <class T>
void expect_rows(const std::string& good, const std::vector<Row>& rows,
                 const std::function<Result<T>(const std::string&)>& read) {
  ASSERT_TRUE(read(good)) << faults(read(good));
  for (const Row& row : rows) {
    const std::string found = faults(read(changed(good, row)));
    if (std::string(row.fault).empty()) {
      EXPECT_EQ(found, "") << row.to;
    } else {
      EXPECT_NE(found.find(row.fault), std::string::npos) << row.to << "\ngave\n" << found;
    }
  }
}

const std::string good_framework = R"({"format":"onereturn.framework/1","code":"small",
"version":1,
"name":"Small","about":"For tests.","duty_note":"","rules":[],"terms":[],
"anchors":[{"level":0,"name":"n","meaning":"m","example":"e"},
{"level":1,"name":"n","meaning":"m","example":"e"},{"level":2,"name":"n","meaning":"m",
"example":"e"},
{"level":3,"name":"n","meaning":"m","example":"e"},{"level":4,"name":"n","meaning":"m",
"example":"e"}],
"standards":[{"code":"1","name":"One","basis":"b"}],
"requirements":[{"code":"C1.1","name":"First","standard":"1","statement":"s","question":"q?",
"guidance":"","local":"common","facets":[{"code":"1a","statement":"s"},{"code":"1b",
"statement":"s"}]},
{"code":"C1.2","name":"Second","standard":"1","statement":"s","question":"q?","guidance":"",
"local":"part","local_question":"And here?","related":["C1.1"],
"facets":[{"code":"1c","statement":"s"}]}],
"retired":{"requirements":["C1.9"],"facets":["1z"]}})";

TEST(BadFramework, is_refused_by_path) {
  expect_rows<Framework>(
      good_framework,
      {
          {"onereturn.framework/1", "onereturn.framework/2",
           "/format: is \"onereturn.framework/2\""},
          {"\"version\":1", "\"version\":0", "/version: 0 is not between 1"},
          {"\"code\":\"small\"", "\"code\":\"Not A Code\"", "/code: \"Not A Code\" is not a code"},
          {"\"level\":3", "\"level\":2", "/anchors/3/level: the levels stand in order"},
          {"\"standard\":\"1\"", "\"standard\":\"7\"",
           "/requirements/0/standard: there is no standard \"7\""},
          {"\"code\":\"1b\"", "\"code\":\"1a\"",
           "/requirements/0/facets/1/code: \"1a\" stands twice"},
          {"\"code\":\"1b\"", "\"code\":\"1z\"",
           "/requirements/0/facets/1/code: \"1z\" is retired"},
          {"\"code\":\"C1.2\"", "\"code\":\"C1.1\"", "/requirements/1/code: \"C1.1\" stands twice"},
          {"\"code\":\"C1.2\"", "\"code\":\"C1.9\"", "/requirements/1/code: \"C1.9\" is retired"},
          {"\"local\":\"common\"", "\"local\":\"partly\"",
           "/requirements/0/local: \"partly\" is not one of common part whole"},
          {"\"local\":\"common\"", "\"local\":\"whole\"",
           "/requirements/0/local_question: is needed"},
          {"\"local\":\"part\"", "\"local\":\"common\"",
           "/requirements/1/local_question: has no place"},
          {"[\"C1.1\"]", "[\"C9.9\"]", "/requirements/1/related/0: there is no requirement"},
          {"[{\"code\":\"1c\",\"statement\":\"s\"}]", "[]",
           "/requirements/1/facets: a requirement has at least one"},
          {"\"about\"", "\"abuot\"", "/abuot: is not known here"},
          {"\"about\":\"For tests.\",", "", "/about: is missing"},
          {"\"about\":\"For tests.\"", "\"name\":\"x\"", "/name: the key \"name\" stands twice"},
          {"\"name\":\"Small\"", "\"name\":\"\"", "/name: must not be empty"},
          {"\"name\":\"Small\"", "\"name\":7", "/name: must be text, not a whole number"},
          {"}]", "}", ": not JSON"},
      },
      [](const std::string& text) { return read_framework(text); });
}

// Nothing says how a code looks, so that what was retired is told apart by its list alone.
TEST(Framework, keeps_what_was_retired_under_what_it_stood_for) {
  const auto read = read_framework(changed(
      good_framework, {"\"requirements\":[\"C1.9\"],\"facets\":[\"1z\"]",
                       "\"requirements\":[\"9\",\"C1.9\"],\"facets\":[\"C18e\",\"1z\"]", ""}));
  ASSERT_TRUE(read) << faults(read);
  EXPECT_EQ(read->retired.requirements, (std::vector<std::string>{"9", "C1.9"}));
  EXPECT_EQ(read->retired.facets, (std::vector<std::string>{"C18e", "1z"}));
  const auto again = read_framework(write_framework(*read));
  ASSERT_TRUE(again) << faults(again);
  EXPECT_EQ(again->retired, read->retired);
}

const std::string good_template = R"({"format":"onereturn.template/1","code":"form","version":1,
"name":"Form","board":"vale","kind":"traffic-light","shared":true,"edition_of":null,
"not_applicable":{"allowed":true,"by":"agency","reason_required":true},
"repeat_texts":false,"local_demanded":false,
"scale":{"code":"lights","points":[{"code":"red","label":"Red","levels":[0,1]},
{"code":"green","label":"Green","levels":[2,4],"symbol":"square","colour":"#1c6b3b"}],
"not_applicable_label":"N/A","uncovered":[],"confirmed":false},
"status_scheme":{"name":"RAG","points":[{"code":"done","label":"Done","meaning":"m",
"symbol":"square","role":"complete"}]},
"details":[{"box_no":"d1","label":"Name","source":"agency.name"}],
"sections":[{"code":"1","title":"First","items":[{"code":"1.1","number":null,"wording":"w",
"essential":false,"boxes":[{"box_no":"1.1","label":"Words","content":"describes",
"filled_by":"agency"},
{"box_no":"1.1.light","label":"Light","content":"rating","filled_by":"agency"}]}]}],
"sign_off":[{"party":"Agency","role":"agency","fields":["Name"]}]})";

TEST(BadTemplate, is_refused_by_path) {
  expect_rows<Template>(
      good_template,
      {
          {"\"box_no\":\"1.1.light\"", "\"box_no\":\"1.1\"",
           "/sections/0/items/0/boxes/1/box_no: box \"1.1\" stands twice"},
          {"\"box_no\":\"d1\"", "\"box_no\":\"1.1\"",
           "/sections/0/items/0/boxes/0/box_no: box \"1.1\" stands twice"},
          {"\"content\":\"describes\"", "\"content\":\"rating\"",
           "/sections/0/items/0/boxes/1/content: one rating at most"},
          {"\"content\":\"describes\"", "\"content\":\"detail\"",
           "/sections/0/items/0/boxes/0/content: details of the agency"},
          {"\"content\":\"describes\"", "\"content\":\"poem\"",
           "/sections/0/items/0/boxes/0/content: \"poem\" is not one of"},
          {"\"content\":\"rating\",\"filled_by\":\"agency\"",
           "\"content\":\"rating\",\"filled_by\":\"board\"", "/kind: the agency rates itself"},
          {"\"kind\":\"traffic-light\"", "\"kind\":\"board-grade\"", "/kind: the board grades"},
          {"\"kind\":\"traffic-light\"", "\"kind\":\"narrative\"",
           "/kind: a template of words alone"},
          {"\"levels\":[2,4]", "\"levels\":[3,4]", "/scale/uncovered: no point covers level 2"},
          {"\"levels\":[2,4]", "\"levels\":[1,4]", ""},
          {"\"levels\":[2,4]", "\"levels\":[4,2]", "/scale/points/1/levels: must be two levels"},
          {"\"levels\":[2,4]", "\"levels\":[2,5]", "/scale/points/1/levels/1: 5 is not between"},
          {"\"levels\":[2,4]", "\"levels\":[2]", "/scale/points/1/levels: must be two levels"},
          {"\"uncovered\":[]", "\"uncovered\":[2]", "/scale/uncovered/0: a point covers"},
          {"\"code\":\"green\"", "\"code\":\"red\"", "/scale/points/1/code: stands twice"},
          {"\"code\":\"green\"", "\"code\":\"not-applicable\"", "/scale/points/1: not applicable"},
          {"\"label\":\"Green\"", "\"label\":\"N/A\"", "/scale/points/1: not applicable"},
          {"\"essential\":false", "\"essential\":true,\"essential_doubt\":\"cut off\"",
           "/sections/0/items/0/essential_doubt: a doubtful flag"},
          {"\"edition_of\":null", "\"edition_of\":{\"code\":\"other\",\"version\":1}",
           "/shared: an adopted edition"},
          {"\"role\":\"complete\"", "\"role\":\"finished\"",
           "/status_scheme/points/0/role: \"finished\""},
          {"\"repeat_texts\":false,", "", "/repeat_texts: is missing"},
          {"\"number\":null", "\"number\":1.1", "/sections/0/items/0/number: must be text"},
          {"\"fields\":[\"Name\"]", "\"fields\":\"Name\"", "/sign_off/0/fields: must be a list"},
      },
      [](const std::string& text) { return read_template(text); });
}

TEST(BadTemplate, needs_a_scale_for_its_ratings) {
  std::string text = good_template;
  const auto from = text.find("\"scale\":{");
  const auto to = text.find("\"status_scheme\"");
  text.replace(from, to - from, "\"scale\":null,");
  const std::string found = faults(read_template(text));
  EXPECT_NE(found.find("boxes/1/content: a rating needs"), std::string::npos) << found;
  EXPECT_NE(found.find("/kind: a rated template needs a scale"), std::string::npos) << found;
}

const std::string good_mapping =
    R"({"format":"onereturn.mapping/1","template":{"code":"form","version":1},
"framework":{"code":"small","version":1},"version":3,
"items":[{"item":"1.1","facets":["1a","1c"],"residual":{"question":"What else?","name":null,
"related":["C1.2"]},
"rationale":"because","confidence":"high","author":"Ann","reviewer":"Ben","status":"live"}]})";

TEST(BadMapping, is_refused_by_path) {
  const Result<Framework> framework = read_framework(good_framework);
  const Result<Template> form = read_template(good_template);
  ASSERT_TRUE(framework);
  ASSERT_TRUE(form);
  const FrameworkIndex index(*framework);
  expect_rows<Mapping>(
      good_mapping,
      {
          {"\"1c\"", "\"9x\"", "/items/0/facets: the framework has no facet \"9x\""},
          {"\"1c\"", "\"1a\"", "/items/0/facets: facet \"1a\" stands twice"},
          {"\"item\":\"1.1\"", "\"item\":\"7\"", "/items/0/item: the template has no item \"7\""},
          {"[\"1a\",\"1c\"]", "[]", "/items/0/residual: an item without facets"},
          {"[\"C1.2\"]", "[\"C8\"]", "/items/0/residual/related: the framework has no requirement"},
          {"\"reviewer\":\"Ben\"", "\"reviewer\":null", "/items/0/reviewer: a second person"},
          {"\"reviewer\":\"Ben\"", "\"reviewer\":\"Ann\"", "/items/0/reviewer: nobody checks"},
          {"\"status\":\"live\"", "\"status\":\"draft\"", ""},
          {"\"status\":\"live\"", "\"status\":\"alive\"", "/items/0/status: \"alive\""},
          {"\"code\":\"form\",\"version\":1", "\"code\":\"form\",\"version\":2",
           "/template: is form, version 2; expected form, version 1"},
          {"\"code\":\"small\",\"version\":1", "\"code\":\"large\",\"version\":1",
           "/framework: is large, version 1"},
          {"\"confidence\":\"high\"", "\"confidence\":\"sure\"", "/items/0/confidence: \"sure\""},
      },
      [&](const std::string& text) { return read_mapping(text, *form, index); });
}

TEST(BadMapping, may_not_map_an_item_twice) {
  std::string text = good_mapping;
  const auto begin = text.find("[{");
  const std::string item = text.substr(begin + 1, text.rfind("]") - begin - 1);
  text.insert(text.rfind("]"), "," + item);
  EXPECT_EQ(faults(read_mapping(text)), "/items/1/item: item \"1.1\" is mapped twice\n");
}

TEST(BadEdition, is_one_that_differs) {
  const Result<Template> edition = read_template(good_template);
  ASSERT_TRUE(edition);
  Template form = *edition;
  form.ref.code = "own";
  form.shared = false;
  form.edition_of = edition->ref;
  Section own = form.sections.front();
  own.code = "own";
  form.sections.push_back(own);
  EXPECT_TRUE(check_edition(form, *edition).empty());

  const std::vector<std::pair<std::string, std::function<void(Template&)>>> changes = {
      {"/sections/0", [](Template& t) { t.sections[0].items[0].wording = "other"; }},
      {"/sections/0", [](Template& t) { t.sections.erase(t.sections.begin()); }},
      {"/sections/0", [](Template& t) { std::swap(t.sections[0], t.sections[1]); }},
      {"/scale",
       [](Template& t) {
         t.scale->points[0].levels = {0, 0};
       }},
      {"/edition_of", [](Template& t) { t.edition_of->version = 2; }},
      {"/edition_of", [](Template& t) { t.edition_of.reset(); }},
  };
  for (const auto& [path, change] : changes) {
    Template bad = form;
    change(bad);
    const auto errors = check_edition(bad, *edition);
    ASSERT_FALSE(errors.empty()) << path;
    EXPECT_EQ(errors[0].field, path);
  }
  Template unshared = *edition;
  unshared.shared = false;
  EXPECT_EQ(check_edition(form, unshared).at(0).field, "/edition_of");
}

TEST(Relations, are_derived_from_the_sets) {
  Requirement requirement;
  requirement.facets = {"a", "b"};
  const std::vector<std::tuple<std::set<std::string>, bool, Relation>> table = {
      {{"a", "b"}, false, Relation::equal},   {{"a"}, false, Relation::subset},
      {{"a", "b"}, true, Relation::superset}, {{"a", "b", "z"}, false, Relation::superset},
      {{"a"}, true, Relation::intersects},    {{"a", "z"}, false, Relation::intersects},
      {{"z"}, false, Relation::unmapped},     {{}, false, Relation::unmapped},
      {{}, true, Relation::unmapped},
  };
  for (const auto& [asked, residual, relation] : table) {
    EXPECT_EQ(relation_to(requirement, asked, residual), relation) << asked.size() << residual;
  }
}

}  // namespace
}  // namespace onereturn::frameworks
