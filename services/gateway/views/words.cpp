#include "gateway/views/words.hpp"

#include <array>
#include <cctype>

namespace onereturn::gateway::views {

std::string number_word(int number) {
  static constexpr std::array<std::string_view, 11> words = {
      "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"};
  const bool small = number >= 0 && number < static_cast<int>(words.size());
  return small ? std::string(words[static_cast<std::size_t>(number)]) : std::to_string(number);
}

std::string capital(std::string words) {
  if (!words.empty()) {
    words[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(words[0])));
  }
  return words;
}

std::string counted(int number, std::string_view one, std::string_view many) {
  return std::to_string(number) + " " + std::string(number == 1 ? one : many);
}

std::string days_words(int days_left) {
  if (days_left == 0) return "today";
  if (days_left < 0) return counted(-days_left, "day late", "days late");
  return counted(days_left, "day", "days");
}

std::string joined(const std::vector<std::string>& parts, std::string_view last) {
  std::string words;
  for (std::size_t part = 0; part < parts.size(); ++part) {
    if (part > 0) {
      words += part + 1 == parts.size() ? " " + std::string(last) + " " : ", ";
    }
    words += parts[part];
  }
  return words;
}

std::string length_words(std::string_view text) {
  int words = 0;
  bool inside = false;
  for (const char letter : text) {
    const auto c = static_cast<unsigned char>(letter);
    const bool blank = std::isspace(c) != 0;
    words += !blank && !inside ? 1 : 0;
    inside = !blank;
  }
  return words == 0 ? "" : "About " + counted(words, "word", "words") + ".";
}

std::string numbered(const std::optional<std::string>& number, const std::string& title) {
  return number.has_value() && !number->empty() ? *number + ". " + title : title;
}

html::Data board_mark(const returns::BoardRef& board) {
  return html::Data::object()
      .set("letters", board.mark)
      .set("name", board.area.empty() ? board.name : board.area);
}

html::Data status(std::string_view tone, std::string_view icon, std::string text) {
  return html::Data::object().set("tone", tone).set("icon", icon).set("text", std::move(text));
}

html::Data error_summary(const std::vector<PageError>& errors) {
  if (errors.empty()) {
    return {};
  }
  auto list = html::Data::list();
  for (const auto& error : errors) {
    list.push(html::Data::object().set("href", "#" + error.field).set("text", error.message));
  }
  const auto count = static_cast<int>(errors.size());
  return html::Data::object()
      .set("title",
           capital(number_word(count)) + (count == 1 ? " thing" : " things") + " to put right")
      .set("errors", std::move(list));
}

html::Data error_of(const std::vector<PageError>& errors, std::string_view field) {
  for (const auto& error : errors) {
    if (error.field == field) {
      return html::Data(error.message);
    }
  }
  return {};
}

std::string safe_colour(const std::string& colour) {
  bool fine = colour.size() == 7 && colour[0] == '#';
  for (std::size_t at = 1; fine && at < colour.size(); ++at) {
    fine = std::isxdigit(static_cast<unsigned char>(colour[at])) != 0;
  }
  return fine ? colour : "#113c4a";
}

std::string as_id(std::string_view code) {
  std::string id;
  for (const char letter : code) {
    const auto c = static_cast<unsigned char>(letter);
    id.push_back(std::isalnum(c) != 0 || c == '_' ? static_cast<char>(c) : '-');
  }
  return id;
}

std::string unit_query(const returns::Workspace& workspace) {
  return workspace.units.size() > 1 ? "?unit=" + workspace.unit.text() : "";
}

}  // namespace onereturn::gateway::views
