// Words that people typed, on a page: in a text, in an attribute, in a list, in a table of CSV.

#include <map>

#include "fuzz/target.hpp"
#include "gateway/views/csv_cell.hpp"
#include "platform/html/renderer.hpp"

namespace onereturn::fuzz {
namespace {

using html::Data;

const html::Renderer& renderer() {
  static const html::Renderer known(html::Renderer::Sources{
      {"p", "[{{text}}][{{#rows}}({{name}}){{/rows}}][{{^none}}{{text}}{{/none}}]"}});
  return known;
}

// The text back from a page, by rules of its own.
std::string unescaped(std::string_view page) {
  static const std::map<std::string, char, std::less<>> known = {{"&amp;", '&'},   {"&lt;", '<'},
                                                                 {"&gt;", '>'},    {"&quot;", '"'},
                                                                 {"&apos;", '\''}, {"&#39;", '\''}};
  std::string text;
  while (!page.empty()) {
    if (page.front() != '&') {
      must(page.find_first_of("<>\"'") != 0, "nothing that begins a tag or ends a value stays");
      text += page.front();
      page.remove_prefix(1);
      continue;
    }
    const auto end = page.find(';');
    const auto found = known.find(page.substr(0, end + 1));
    must(end != std::string_view::npos && found != known.end(), "an ampersand begins an entity");
    text += found->second;
    page.remove_prefix(end + 1);
  }
  return text;
}

void look_at_cell(std::string_view text) {
  const auto cell = gateway::views::csv_cell(text);
  must(cell.size() >= 2 && cell.front() == '"' && cell.back() == '"', "a cell is quoted");
  std::string inside;
  for (std::size_t at = 1; at + 1 < cell.size(); ++at) {
    inside += cell[at];
    if (cell[at] != '"') continue;
    must(at + 2 < cell.size() && cell[at + 1] == '"', "a quotation mark stands twice");
    ++at;
  }
  bool begins = true;
  for (const char c : inside) {
    must(!begins || std::string_view{"=+-@\t"}.find(c) == std::string_view::npos,
         "no line of a cell begins as a formula does");
    begins = c == '\n' || c == '\r' || (begins && c == ' ');
  }
}

void one_input(std::string_view bytes) {
  const std::string text(bytes);
  look_at_cell(text);
  auto rows = Data::list();
  rows.push(Data::object().set("name", text));
  rows.push(Data::object().set("name", "{{text}}"));
  const auto page = renderer().render(
      "p", Data::object().set("text", text).set("rows", std::move(rows)).set("none", false));
  must(unescaped(page) == "[" + text + "][(" + text + ")({{text}})][" + text + "]",
       "a page says what was typed, and nothing is filled in twice");
}

const Known known("page", &one_input);

}  // namespace
}  // namespace onereturn::fuzz
