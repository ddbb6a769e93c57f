#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "domain/frameworks/framework_format.hpp"
#include "domain/frameworks/framework_rules.hpp"
#include "domain/frameworks/mapping_format.hpp"
#include "domain/frameworks/template_format.hpp"
#include "domain/frameworks/template_rules.hpp"
#include "platform/json/json.hpp"

// The catalogue that the demonstration ships: all of it loads, follows its schemas, and comes back
// the same from being written.
namespace onereturn::frameworks {
namespace {

namespace fs = std::filesystem;

const fs::path schemas = fs::path(ONERETURN_SOURCE_DIR) / "schemas";

std::string slurp(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file) << path;
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string faults(const Problem& problem) {
  std::string text;
  for (const FieldError& field : problem.fields)
    text += field.field + ": " + field.message + "\n";
  return text;
}

Framework framework() {
  Result<Framework> result = read_framework(slurp(schemas / "content/frameworks/section11-2.json"));
  EXPECT_TRUE(result) << (result ? "" : faults(result.problem()));
  return result ? *result : Framework{};
}

std::map<std::string, Template> templates() {
  std::map<std::string, Template> result;
  for (const auto& entry : fs::directory_iterator(schemas / "content/templates")) {
    Result<Template> form = read_template(slurp(entry.path()));
    EXPECT_TRUE(form) << entry.path() << "\n" << (form ? "" : faults(form.problem()));
    if (form) result.emplace(form->ref.code, *form);
  }
  return result;
}

TEST(Content, follows_the_published_schemas) {
  const std::map<std::string, std::string> folders = {
      {"frameworks", "framework"}, {"templates", "template"}, {"mappings", "mapping"}};
  for (const auto& [folder, name] : folders) {
    const std::string schema = slurp(schemas / "frameworks" / (name + ".schema.json"));
    int files = 0;
    for (const auto& entry : fs::directory_iterator(schemas / "content" / folder)) {
      EXPECT_EQ(json::to_text(json::validate(schema, slurp(entry.path()))), "") << entry.path();
      ++files;
    }
    EXPECT_GT(files, 0) << folder;
  }
}

TEST(Content, framework_has_the_counts_of_its_source) {
  const Framework loaded = framework();
  EXPECT_EQ(loaded.ref, (VersionRef{"section11", 2}));
  EXPECT_EQ(loaded.standards.size(), 8U);
  EXPECT_EQ(loaded.requirements.size(), 71U);
  EXPECT_EQ(loaded.facets.size(), 130U);
  std::map<LocalKind, int> kinds;
  int single = 0;
  for (const Requirement& requirement : loaded.requirements) {
    ++kinds[requirement.local];
    single += requirement.facets.size() == 1 ? 1 : 0;
  }
  EXPECT_EQ(kinds[LocalKind::whole], 5);
  EXPECT_EQ(kinds[LocalKind::part], 4);
  EXPECT_EQ(single, 38);
}

TEST(Content, framework_comes_back_the_same) {
  const Framework loaded = framework();
  const Result<Framework> again = read_framework(write_framework(loaded));
  ASSERT_TRUE(again) << faults(again.problem());
  EXPECT_EQ(*again, loaded);
}

TEST(Content, templates_and_mappings_come_back_the_same) {
  const Framework loaded = framework();
  const FrameworkIndex index(loaded);
  const auto forms = templates();
  EXPECT_EQ(forms.size(), 6U);
  for (const auto& [code, form] : forms) {
    const Result<Template> again = read_template(write_template(form));
    ASSERT_TRUE(again) << faults(again.problem());
    EXPECT_EQ(*again, form);

    const fs::path path =
        schemas / "content/mappings" / (code + "-" + std::to_string(form.ref.version) + ".json");
    const Result<Mapping> mapping = read_mapping(slurp(path), form, index);
    ASSERT_TRUE(mapping) << path << "\n" << faults(mapping.problem());
    const Result<Mapping> mapping_again = read_mapping(write_mapping(*mapping), form, index);
    ASSERT_TRUE(mapping_again) << faults(mapping_again.problem());
    EXPECT_EQ(*mapping_again, *mapping);
  }
}

TEST(Content, adopted_edition_is_the_edition_with_own_sections_after_it) {
  const auto forms = templates();
  int adopted = 0;
  for (const auto& [code, form] : forms) {
    if (!form.edition_of) continue;
    ++adopted;
    const auto edition = forms.find(form.edition_of->code);
    ASSERT_NE(edition, forms.end());
    EXPECT_TRUE(check_edition(form, edition->second).empty());
  }
  EXPECT_EQ(adopted, 1);
}

// The reference counts 67 equal, 76 subset, 20 intersecting and 11 superset pairs over the four
// source templates; the shared edition and the self-graded sixty repeat two of them.
TEST(Content, pairs_of_item_and_requirement_relate_as_in_the_source) {
  const Framework loaded = framework();
  const FrameworkIndex index(loaded);
  std::map<Relation, int> pairs;
  for (const char* code : {"westmarch-s11", "kingsreach-s11", "eldervale-s11", "harrowmere-s11"}) {
    const Result<Mapping> mapping =
        read_mapping(slurp(schemas / "content/mappings" / (std::string(code) + "-1.json")));
    ASSERT_TRUE(mapping);
    for (const auto& [item, mapped] : mapping->items) {
      for (const Requirement& requirement : loaded.requirements) {
        ++pairs[relation_to(requirement, mapped.facets, mapped.residual.has_value())];
      }
    }
  }
  EXPECT_EQ(pairs[Relation::equal], 67);
  EXPECT_EQ(pairs[Relation::subset], 76);
  EXPECT_EQ(pairs[Relation::intersects], 20);
  EXPECT_EQ(pairs[Relation::superset], 11);
}

}  // namespace
}  // namespace onereturn::frameworks
