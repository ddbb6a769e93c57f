#include "platform/html/renderer.hpp"

#include <fstream>
#include <mutex>
#include <sstream>

#include <kainjow/mustache.hpp>

#include "platform/html/strict_keys.hpp"
#include "platform/html/template_source.hpp"

namespace onereturn::html {
namespace {

namespace mustache = kainjow::mustache;

constexpr std::string_view ending = ".mustache";

Renderer::Sources sources_in(const std::filesystem::path& folder) {
  Renderer::Sources sources;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file() || entry.path().extension() != ending) {
      continue;
    }
    std::ifstream file(entry.path(), std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    auto name = std::filesystem::relative(entry.path(), folder).generic_string();
    name.resize(name.size() - ending.size());
    sources.emplace(std::move(name), std::move(text).str());
  }
  return sources;
}

mustache::data to_mustache(Data&& data) {
  auto inside = std::move(data).release();
  if (auto* text = std::get_if<std::string>(&inside)) {
    return mustache::data(*text);
  }
  if (auto* object = std::get_if<Data::Object>(&inside)) {
    mustache::data converted{mustache::data::type::object};
    for (auto& [key, value] : *object) {
      converted[key] = to_mustache(std::move(value));
    }
    return converted;
  }
  if (auto* list = std::get_if<Data::List>(&inside)) {
    mustache::list items;
    items.reserve(list->size());
    for (auto& value : *list) {
      items.push_back(to_mustache(std::move(value)));
    }
    return mustache::data(items);
  }
  return mustache::data(std::get<bool>(inside));
}

// One worker's own copy of every parsed template: rendering changes it.
using ParsedSet = std::map<std::string, mustache::mustache, std::less<>>;

}  // namespace

struct Renderer::State {
  Sources expanded;
  std::map<std::string, std::vector<Token>, std::less<>> tokens;
  Strictness strictness = Strictness::lenient;
  std::mutex idle_lock;
  std::vector<std::unique_ptr<ParsedSet>> idle;

  std::unique_ptr<ParsedSet> borrow() {
    {
      const std::lock_guard lock(idle_lock);
      if (!idle.empty()) {
        auto set = std::move(idle.back());
        idle.pop_back();
        return set;
      }
    }
    auto set = std::make_unique<ParsedSet>();
    for (const auto& [name, text] : expanded) {
      set->emplace(name, mustache::mustache(text));
    }
    return set;
  }

  void give_back(std::unique_ptr<ParsedSet> set) {
    const std::lock_guard lock(idle_lock);
    idle.push_back(std::move(set));
  }

  void check_keys(std::string_view name, const Data& data) const {
    const auto known = tokens.find(name);
    if (strictness == Strictness::lenient || known == tokens.end()) {
      return;
    }
    const auto missing = missing_keys(known->second, data);
    if (missing.empty()) {
      return;
    }
    std::string message = "template '" + std::string(name) + "' names keys the data lacks:";
    for (const auto& key : missing) {
      message += " " + key;
    }
    throw TemplateError(message);
  }

  std::string filled(ParsedSet& set, std::string_view name, const mustache::data& data) const {
    const auto found = set.find(name);
    if (found == set.end()) {
      throw TemplateError("no template is called '" + std::string(name) + "'");
    }
    std::string text;
    found->second.render(data, [&](const std::string& piece) { text += piece; });
    return text;
  }
};

Renderer::Renderer(const std::filesystem::path& folder, Strictness strictness)
    : Renderer(sources_in(folder), strictness) {}

Renderer::Renderer(const Sources& sources, Strictness strictness)
    : state_(std::make_unique<State>()) {
  state_->strictness = strictness;
  std::vector<std::string> faults;
  for (const auto& [name, text] : sources) {
    auto expanded = with_partials(sources, name, faults);
    check_template(name, expanded, faults);
    const mustache::mustache parsed(expanded);
    if (!parsed.is_valid()) {
      faults.push_back("template '" + name + "': " + parsed.error_message());
    }
    if (strictness == Strictness::every_key) {
      state_->tokens.emplace(name, tokens_of(expanded));
    }
    state_->expanded.emplace(name, std::move(expanded));
  }
  if (!faults.empty()) {
    std::string message = "templates cannot be used:";
    for (const auto& fault : faults) {
      message += "\n  " + fault;
    }
    throw TemplateError(message);
  }
  state_->give_back(state_->borrow());
}

Renderer::~Renderer() = default;

std::string Renderer::render(std::string_view template_name, Data data) const {
  state_->check_keys(template_name, data);
  auto set = state_->borrow();
  auto page = state_->filled(*set, template_name, to_mustache(std::move(data)));
  state_->give_back(std::move(set));
  return page;
}

std::string Renderer::render_in(std::string_view layout_name, std::string_view template_name,
                                Data data) const {
  data.set("body", "");
  state_->check_keys(template_name, data);
  state_->check_keys(layout_name, data);
  auto set = state_->borrow();
  auto values = to_mustache(std::move(data));
  values["body"] = mustache::data(state_->filled(*set, template_name, values));
  auto page = state_->filled(*set, layout_name, values);
  state_->give_back(std::move(set));
  return page;
}

std::vector<std::string> Renderer::template_names() const {
  std::vector<std::string> names;
  for (const auto& [name, text] : state_->expanded) {
    names.push_back(name);
  }
  return names;
}

}  // namespace onereturn::html
