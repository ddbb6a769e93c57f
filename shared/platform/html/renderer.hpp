#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "platform/html/data.hpp"

namespace onereturn::html {

// A template cannot be used, or (with Strictness::every_key) the data lacks a key that it names.
class TemplateError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

enum class Strictness {
  // A key that the data lacks prints nothing.
  lenient,
  // A key that the data lacks throws TemplateError naming template and key. For tests.
  every_key,
};

// Fills Mustache templates. Loaded and checked once; may be called from any thread.
class Renderer {
 public:
  using Sources = std::map<std::string, std::string, std::less<>>;

  // Reads every *.mustache below the folder; a template's name is its path without the ending,
  // such as "pages/sign_in". Throws TemplateError listing every fault: a template that does not
  // parse, an unknown partial, partials nested too deep, or unescaped output anywhere but
  // `{{{body}}}` in a template under "layouts/".
  explicit Renderer(const std::filesystem::path& folder,
                    Strictness strictness = Strictness::lenient);
  // The same from texts in memory.
  explicit Renderer(const Sources& sources, Strictness strictness = Strictness::lenient);
  ~Renderer();
  Renderer(const Renderer&) = delete;
  Renderer& operator=(const Renderer&) = delete;

  // The filled template. Throws TemplateError when there is no template of that name.
  std::string render(std::string_view template_name, Data data) const;

  // The filled template as the body of a layout; both see the same data.
  // Throws TemplateError as render does.
  std::string render_in(std::string_view layout_name, std::string_view template_name,
                        Data data) const;

  std::vector<std::string> template_names() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace onereturn::html
