#include "unit/mapping_cases/content.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "domain/frameworks/framework_format.hpp"
#include "domain/frameworks/mapping_format.hpp"
#include "domain/frameworks/template_format.hpp"

namespace onereturn::mapping_cases {
namespace {

namespace fs = std::filesystem;

const fs::path root = ONERETURN_SOURCE_DIR;

template <class T>
T loaded(Result<T> result, const std::string& path) {
  if (!result) {
    std::string why = path;
    for (const FieldError& field : result.problem().fields)
      why += "\n" + field.field + ": " + field.message;
    throw std::runtime_error(why);
  }
  return std::move(result).value();
}

Content read_content() {
  const std::string folder = "schemas/content/";
  Content all;
  const std::string framework = folder + "frameworks/section11-2.json";
  all.framework = loaded(frameworks::read_framework(project_file(framework)), framework);
  const frameworks::FrameworkIndex index(all.framework);
  for (const auto& entry : fs::directory_iterator(root / (folder + "templates"))) {
    const std::string name = entry.path().filename().string();
    auto form = loaded(frameworks::read_template(project_file(folder + "templates/" + name)), name);
    const std::string path = folder + "mappings/" + name;
    const std::string code = form.ref.code;
    all.mappings.emplace(code,
                         loaded(frameworks::read_mapping(project_file(path), form, index), path));
    all.forms.emplace(code, std::move(form));
  }
  return all;
}

}  // namespace

std::string project_file(const std::string& path) {
  std::ifstream file(root / path, std::ios::binary);
  if (!file) throw std::runtime_error("there is no " + path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

const Content& content() {
  static const Content all = read_content();
  return all;
}

}  // namespace onereturn::mapping_cases
