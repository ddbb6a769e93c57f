#pragma once

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "domain/frameworks/framework_format.hpp"
#include "domain/frameworks/mapping_format.hpp"
#include "domain/frameworks/template_format.hpp"
#include "domain/mapping/answers_format.hpp"
#include "domain/mapping/mapping.hpp"

// The shipped catalogue, as the tests of the engine use it.
namespace onereturn::mapping::test {

inline std::string slurp(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file) << path;
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

inline std::string faults(const Problem& problem) {
  std::string text = problem.detail + "\n";
  for (const FieldError& field : problem.fields)
    text += field.field + ": " + field.message + "\n";
  return text;
}

// The value, or a failed test and an empty one.
template <class T>
T must(Result<T> result) {
  if (result) return std::move(*result);
  ADD_FAILURE() << faults(result.problem());
  return T{};
}

class Catalogue {
 public:
  static const Catalogue& shipped() {
    static const Catalogue catalogue;
    return catalogue;
  }

  const frameworks::FrameworkIndex& index() const { return index_; }
  const frameworks::Template& form(const std::string& code) const { return forms_.at(code); }
  const frameworks::Mapping& mapping(const std::string& code) const { return mappings_.at(code); }

  Engagement engagement(const BoardEntry& entry) const {
    return {entry.board, &form(entry.form.code), &mapping(entry.form.code), entry.way};
  }
  Engagement engagement(const std::string& template_code) const {
    BoardEntry entry;
    entry.board.code = form(template_code).board;
    entry.board.name = entry.board.code;
    entry.board.area = entry.board.code;
    entry.form.code = template_code;
    return engagement(entry);
  }

  AnswerFile answers(const std::string& name) const {
    return must(read_answers(slurp(content() / "region" / ("answers-" + name + ".json"))));
  }

  static std::filesystem::path content() {
    return std::filesystem::path(ONERETURN_SOURCE_DIR) / "schemas/content";
  }

 private:
  Catalogue()
      : framework_(
            must(frameworks::read_framework(slurp(content() / "frameworks/section11-2.json")))),
        index_(framework_) {
    for (const char* folder : {"templates"}) {
      for (const auto& entry : std::filesystem::directory_iterator(content() / folder)) {
        const auto form = must(frameworks::read_template(slurp(entry.path())));
        mappings_[form.ref.code] = must(frameworks::read_mapping(
            slurp(content() / "mappings" / entry.path().filename()), form, index_));
        forms_[form.ref.code] = form;
      }
    }
  }

  frameworks::Framework framework_;
  frameworks::FrameworkIndex index_;
  std::map<std::string, frameworks::Template> forms_;
  std::map<std::string, frameworks::Mapping> mappings_;
};

}  // namespace onereturn::mapping::test
