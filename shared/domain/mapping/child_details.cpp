#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <string>

#include "domain/mapping/guards.hpp"

namespace onereturn::mapping {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) { return is_upper(c) || (c >= 'a' && c <= 'z'); }
bool is_alnum(char c) { return is_digit(c) || is_letter(c); }
char to_lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

// Reads forward through a text; every method leaves the place unchanged when it finds nothing.
class Scanner {
 public:
  Scanner(const std::string& text, std::size_t at) : text_(text), at_(at) {}

  std::size_t at() const { return at_; }
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  bool take(char c) {
    if (peek() != c || c == '\0') return false;
    ++at_;
    return true;
  }
  void skip_any_of(std::string_view marks) {
    while (at_ < text_.size() && marks.find(text_[at_]) != std::string_view::npos)
      ++at_;
  }
  // One to `longest` digits that stand as a number of their own.
  std::optional<int> number(std::size_t longest) {
    std::size_t end = at_;
    int value = 0;
    while (end < text_.size() && is_digit(text_[end]) && end - at_ < longest) {
      value = value * 10 + (text_[end] - '0');
      ++end;
    }
    if (end == at_ || (end < text_.size() && is_digit(text_[end]))) return std::nullopt;
    at_ = end;
    return value;
  }
  std::string word() {
    std::string result;
    while (at_ < text_.size() && is_letter(text_[at_]))
      result += to_lower(text_[at_++]);
    return result;
  }

 private:
  const std::string& text_;
  std::size_t at_;
};

constexpr std::array<std::string_view, 12> months = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

unsigned month_of(const std::string& word) {
  if (word.size() < 3) return 0;
  if (word == "sept") return 9;
  for (std::size_t i = 0; i < months.size(); ++i) {
    if (word == months[i] || word == months[i].substr(0, 3)) return static_cast<unsigned>(i + 1);
  }
  return 0;
}

std::optional<Date> date_of(int year, int month, int day, Date today) {
  if (year < 100) {
    const int century = static_cast<int>(today.year()) / 100 * 100;
    year += century + year > static_cast<int>(today.year()) ? century - 100 : century;
  }
  if (month < 1 || day < 1) return std::nullopt;
  const Date date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                  std::chrono::day(static_cast<unsigned>(day))};
  return date.ok() ? std::optional<Date>(date) : std::nullopt;
}

// "12/03/2015", "12.3.15", "2015-03-12", "12 03 2015"
std::optional<Date> numeric_date(Scanner& scan, Date today) {
  const auto first = scan.number(4);
  if (!first) return std::nullopt;
  const char mark = scan.peek();
  if (mark != '/' && mark != '.' && mark != '-' && mark != ' ') return std::nullopt;
  scan.take(mark);
  const auto second = scan.number(2);
  if (!second || !scan.take(mark)) return std::nullopt;
  const auto third = scan.number(4);
  if (!third) return std::nullopt;
  if (*first > 31) return date_of(*first, *second, *third, today);
  return date_of(*third, *second, *first, today);
}

// "3 March 2015", "3rd of March, 2015"
std::optional<Date> day_first_date(Scanner& scan, Date today) {
  const auto day = scan.number(2);
  if (!day) return std::nullopt;
  std::string word = scan.word();
  if (word == "st" || word == "nd" || word == "rd" || word == "th") word.clear();
  while (word.empty() || word == "of") {
    const std::size_t before = scan.at();
    scan.skip_any_of(" -.,/");
    word = scan.word();
    if (scan.at() == before || word.empty()) return std::nullopt;
  }
  const unsigned month = month_of(word);
  scan.skip_any_of(" -.,/");
  const auto year = month == 0 ? std::nullopt : scan.number(4);
  return year ? date_of(*year, static_cast<int>(month), *day, today) : std::nullopt;
}

// "March 3, 2015"
std::optional<Date> month_first_date(Scanner& scan, Date today) {
  const unsigned month = month_of(scan.word());
  if (month == 0) return std::nullopt;
  scan.skip_any_of(" ");
  const auto day = scan.number(2);
  if (!day) return std::nullopt;
  const std::string ending = scan.word();
  if (!ending.empty() && ending.size() != 2) return std::nullopt;
  scan.skip_any_of(" ,");
  const auto year = scan.number(4);
  return year ? date_of(*year, static_cast<int>(month), *day, today) : std::nullopt;
}

std::optional<Date> date_at(const std::string& text, std::size_t at, Date today, std::size_t& end) {
  for (const auto read : {numeric_date, day_first_date, month_first_date}) {
    Scanner scan(text, at);
    if (const auto date = read(scan, today)) {
      end = scan.at();
      return date;
    }
  }
  return std::nullopt;
}

bool speaks_of_birth(const std::string& text, std::size_t at) {
  const std::size_t from = at > 40 ? at - 40 : 0;
  std::string before;
  for (std::size_t i = from; i < at; ++i) {
    if (text[i] != '.') before += to_lower(text[i]);
  }
  const auto cues = {"born", "dob", "d o b", "birth", "b'day", "bday"};
  return std::ranges::any_of(
      cues, [&](const char* cue) { return before.find(cue) != std::string::npos; });
}

bool is_minor(Date born, Date today) {
  const auto eighteen = born + std::chrono::years(18);
  return born <= today && eighteen > today;
}

bool starts_word(const std::string& text, std::size_t at) {
  return at == 0 || !is_alnum(text[at - 1]);
}

std::string excerpt(const std::string& text, std::size_t from, std::size_t end) {
  return text.substr(from, end - from);
}

// Ten digits in one run or as 3, 3 and 4, the last being the check digit modulo 11.
bool nhs_number_at(const std::string& text, std::size_t at, std::size_t& end) {
  std::array<int, 10> digits{};
  std::size_t i = at;
  for (std::size_t n = 0; n < digits.size(); ++n) {
    if ((n == 3 || n == 6) && i < text.size() && (text[i] == ' ' || text[i] == '-')) ++i;
    if (i >= text.size() || !is_digit(text[i])) return false;
    digits[n] = text[i++] - '0';
  }
  if (i < text.size() && is_alnum(text[i])) return false;
  int sum = 0;
  for (std::size_t n = 0; n < 9; ++n)
    sum += digits[n] * (10 - static_cast<int>(n));
  const int check = (11 - sum % 11) % 11;
  end = i;
  return check != 10 && check == digits[9];
}

// A letter, eleven digits, and a digit or (for a temporary number) a letter.
bool pupil_number_at(const std::string& text, std::size_t at, std::size_t& end) {
  if (at + 13 > text.size() || !is_letter(text[at])) return false;
  for (std::size_t i = at + 1; i < at + 12; ++i) {
    if (!is_digit(text[i])) return false;
  }
  end = at + 13;
  return is_alnum(text[at + 12]) && (end == text.size() || !is_alnum(text[end]));
}

// Two or three capitals: "JS", "J.S.", "J S".
bool initials_at(const std::string& text, std::size_t at, std::size_t& end) {
  std::size_t i = at;
  int letters = 0;
  while (i < text.size() && is_upper(text[i]) && letters < 3) {
    ++letters;
    ++i;
    end = i;
    if (i < text.size() && text[i] == '.') end = ++i;
    if (i + 1 < text.size() && text[i] == ' ' && is_upper(text[i + 1])) ++i;
  }
  return letters >= 2 && (end == text.size() || !is_alnum(text[end]));
}

// "aged 7", "age: 12", "7 years old", "7-year-old"
bool age_at(const std::string& text, std::size_t at, std::size_t& end) {
  Scanner scan(text, at);
  scan.skip_any_of(" ,;(:-");
  const bool number_first = is_digit(scan.peek());
  if (!number_first) {
    const std::string word = scan.word();
    if (word != "aged" && word != "age") return false;
    scan.skip_any_of(" :-");
  }
  const auto age = scan.number(3);
  if (!age || *age > 17) return false;
  if (number_first) {
    scan.skip_any_of(" -");
    const std::string unit = scan.word();
    if (unit != "year" && unit != "years" && unit != "yr" && unit != "yrs" && unit != "yo") {
      return false;
    }
  }
  end = scan.at();
  return true;
}

}  // namespace

std::vector<ChildDetail> child_details(std::string_view original, Date today) {
  std::string text(original);
  for (char& c : text) {
    // File names join words with underscores.
    if (c == '_') c = ' ';
  }
  std::vector<ChildDetail> found;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_alnum(text[at]) || !starts_word(text, at)) continue;
    std::size_t end = at;
    if (nhs_number_at(text, at, end)) {
      found.push_back({ChildDetailKind::nhs_number, excerpt(text, at, end)});
    } else if (pupil_number_at(text, at, end)) {
      found.push_back({ChildDetailKind::pupil_number, excerpt(text, at, end)});
    } else if (const auto born = date_at(text, at, today, end);
               born && is_minor(*born, today) && speaks_of_birth(text, at)) {
      found.push_back({ChildDetailKind::birth_date, excerpt(text, at, end)});
    } else if (initials_at(text, at, end) && age_at(text, end, end)) {
      found.push_back({ChildDetailKind::initials_and_age, excerpt(text, at, end)});
    } else {
      continue;
    }
    at = end - 1;
  }
  return found;
}

const char* in_words(ChildDetailKind kind) {
  switch (kind) {
    case ChildDetailKind::birth_date:
      return "a date of birth";
    case ChildDetailKind::nhs_number:
      return "an NHS number";
    case ChildDetailKind::pupil_number:
      return "a unique pupil number";
    case ChildDetailKind::initials_and_age:
      return "initials with an age";
  }
  return "";
}

}  // namespace onereturn::mapping
