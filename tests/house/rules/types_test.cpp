// One name in one namespace is one type. Two of them link without a word, and one destroys what the
// other made.

#include <algorithm>
#include <cctype>
#include <map>
#include <regex>

#include <gtest/gtest.h>

#include "source_tree.hpp"

namespace onereturn::house {
namespace {

// From here on there is no code: where it begins again.
std::size_t end_of_no_code(const std::string& text, std::size_t at) {
  const auto after = [&](const std::string& end, std::size_t from) {
    const auto found = text.find(end, from);
    return found == std::string::npos ? text.size() : found + end.size();
  };
  const auto starts = [&](const char* words) { return text.compare(at, 2, words) == 0; };
  const auto before = at > 0 ? text[at - 1] : '\n';
  if (starts("//") || (text[at] == '#' && before == '\n')) {
    const auto end = text.find('\n', at);
    return std::min(end, text.size());
  }
  if (starts("/*")) return after("*/", at + 2);
  if (starts("R\"")) {
    const auto open = text.find('(', at);
    return after(")" + text.substr(at + 2, open - at - 2) + "\"", open);
  }
  const bool separator = text[at] == '\'' && std::isxdigit(static_cast<unsigned char>(before));
  if (separator || (text[at] != '"' && text[at] != '\'')) return at;
  for (auto end = at + 1; end < text.size(); ++end) {
    if (text[end] == '\\')
      ++end;
    else if (text[end] == text[at])
      return end + 1;
  }
  return text.size();
}

// Without comments, texts and lines for the preprocessor: what they say is no code.
std::string code_of(const std::string& text) {
  std::string code;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = end_of_no_code(text, at);
    if (end == at) {
      code += text[at++];
      continue;
    }
    code += ' ';
    at = end;
  }
  return code;
}

std::vector<std::string> words_of(const std::string& code) {
  static const std::regex word(
      R"(\[\[[^\]]*\]\]|[A-Za-z_]\w*(\s*::\s*[A-Za-z_]\w*)*|[{};:<>()=,])");
  std::vector<std::string> words;
  for (std::sregex_iterator it(code.begin(), code.end(), word), end; it != end; ++it)
    if (it->str().front() != '[') words.push_back(it->str());
  return words;
}

constexpr const char* hidden = "(of one file)";

// Reads one file: which types it defines, by their full names. Those of an unnamed namespace and of
// a function are nobody else's.
class Reader {
 public:
  explicit Reader(const std::string& text) : words_(words_of(code_of(text))) {}

  std::vector<std::string> types() {
    for (at_ = 0; at_ < words_.size(); ++at_) {
      const auto& word = words_[at_];
      if (word == "{") scopes_.emplace_back(hidden);
      if (word == "}" && !scopes_.empty()) scopes_.pop_back();
      if (word == "namespace") enter();
      if (word == "struct" || word == "class" || word == "enum" || word == "union") note();
    }
    return found_;
  }

 private:
  const std::string& word(std::size_t ahead) const {
    static const std::string none;
    return at_ + ahead < words_.size() ? words_[at_ + ahead] : none;
  }

  bool is_seen() const {
    return std::find(scopes_.begin(), scopes_.end(), hidden) == scopes_.end();
  }

  void enter() {
    const bool named = word(2) == "{";
    if (!named && word(1) != "{") return;
    scopes_.push_back(named ? word(1) : hidden);
    at_ += named ? 2 : 1;
  }

  // A definition: its name, and then the bases or the body; a body's own scope is no namespace.
  void note() {
    std::size_t ahead = 1;
    if (word(0) == "enum" && (word(1) == "class" || word(1) == "struct")) ++ahead;
    const auto name = word(ahead);
    auto next = word(ahead + 1);
    if (next == "final") next = word(ahead + 2);
    if ((next == "{" || next == ":") && is_seen() && name != "{" && name != ":") {
      std::string full;
      for (const auto& scope : scopes_)
        full += scope + "::";
      found_.push_back(full + name);
    }
    at_ += ahead - 1;
  }

  std::vector<std::string> words_;
  std::size_t at_ = 0;
  std::vector<std::string> scopes_;
  std::vector<std::string> found_;
};

using Places = std::map<std::string, std::vector<std::string>>;

void add(Places& places, const SourceFile& file) {
  for (const auto& type : Reader(file.text).types())
    places[type].push_back(file.path);
}

std::vector<std::string> complaints_of(const Places& places) {
  std::vector<std::string> complaints;
  for (const auto& [type, files] : places) {
    if (files.size() < 2) continue;
    auto words = type + " is defined in";
    for (const auto& file : files)
      words += " " + file;
    complaints.push_back(words);
  }
  return complaints;
}

TEST(Types, have_a_name_to_themselves_in_their_namespace) {
  Places places;
  for (const auto& file : source_tree())
    if (file.is_cpp() && (file.under("shared/") || file.under("services/") || file.under("tools/")))
      add(places, file);
  const auto complaints = complaints_of(places);
  EXPECT_TRUE(complaints.empty()) << joined(complaints);
  EXPECT_GT(places.size(), 800U) << "few types were found: the search is blind";
}

TEST(Types, are_found_wherever_they_are_defined) {
  struct Case {
    const char* text;
    std::vector<std::string> types;
  };
  const Case cases[] = {
      {"namespace a { struct B {}; }", {"a::B"}},
      {"namespace a::b {\nclass C final : public D {};\nenum class E : int { f };\n}",
       {"a::b::C", "a::b::E"}},
      {"namespace a { namespace { struct B {}; } struct C {}; }", {"a::C"}},
      {"namespace a { struct B; class C; }", {}},
      {"namespace a { struct B { struct C {}; enum D { e }; }; struct B::F {}; }",
       {"a::B", "a::B::F"}},
      {"namespace a { void f() { struct B {}; } struct C {}; }", {"a::C"}},
      {"namespace a { template <class T, class U = int> struct B {}; template <> struct B<int> {}; "
       "}",
       {"a::B"}},
      {"namespace a { // struct B {};\n/* struct C {}; */ const char* d = \"struct E {\"; }", {}},
      {"namespace a { const char* d = R\"(struct E {\n)\"; char f = '{'; struct G {}; }", {"a::G"}},
      {"#define X struct B {\nstruct C {};", {"C"}},
      {"namespace a { int n = 1'000'000; struct [[nodiscard]] B {}; }", {"a::B"}},
  };
  for (const auto& [text, types] : cases)
    EXPECT_EQ(Reader(text).types(), types) << text;
}

TEST(Types, of_one_name_in_two_files_are_complained_of) {
  const SourceFile one{"shared/one.cpp", "namespace a { struct B {}; struct C {}; }", {}};
  const SourceFile other{
      "tools/other.hpp", "namespace a { class B {}; }\nnamespace { class C {}; }", {}};
  Places places;
  add(places, one);
  add(places, other);
  EXPECT_EQ(complaints_of(places),
            std::vector<std::string>{"a::B is defined in shared/one.cpp tools/other.hpp"});
}

}  // namespace
}  // namespace onereturn::house
