#include "domain/documents/marked_inline.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace onereturn::documents {
namespace {

constexpr std::size_t address_max = 2000;

bool is_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
         (c >= '{' && c <= '~');
}

bool escapes(std::string_view text, std::size_t at) {
  return text[at] == '\\' && at + 1 < text.size() && is_punctuation(text[at + 1]);
}

std::size_t stars_at(std::string_view text, std::size_t at) {
  std::size_t count = 0;
  while (at + count < text.size() && text[at + count] == '*')
    ++count;
  return count;
}

// Whether something later can end what a mark of so many stars begins.
bool ends_later(std::string_view text, std::size_t from, std::size_t stars) {
  for (std::size_t at = from; at < text.size();) {
    if (escapes(text, at)) {
      at += 2;
      continue;
    }
    const auto run = stars_at(text, at);
    if (run > 0 && (stars == 2 ? run >= 2 : run % 2 == 1)) return true;
    at += run > 0 ? run : 1;
  }
  return false;
}

struct Link {
  std::string words;
  std::string address;
  std::size_t end = 0;
};

std::optional<Link> link_at(std::string_view text, std::size_t at) {
  Link link;
  std::size_t here = at + 1;
  for (; here < text.size() && text[here] != ']'; ++here) {
    if (text[here] == '\n' || text[here] == '[') return std::nullopt;
    if (escapes(text, here)) ++here;
    link.words += text[here];
  }
  if (link.words.empty() || here + 1 >= text.size() || text[here + 1] != '(') return std::nullopt;
  const auto close = text.find(')', here + 2);
  if (close == std::string_view::npos) return std::nullopt;
  link.address = text.substr(here + 2, close - here - 2);
  if (!is_safe_address(link.address)) return std::nullopt;
  link.end = close + 1;
  return link;
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  std::vector<Span> read() {
    while (at_ < text_.size())
      step();
    give();
    return std::move(spans_);
  }

 private:
  void step() {
    if (escapes(text_, at_)) {
      words_ += text_[at_ + 1];
      at_ += 2;
    } else if (text_[at_] == '*') {
      star();
    } else if (auto link = text_[at_] == '[' ? link_at(text_, at_) : std::nullopt) {
      give();
      add({link->words, strong_, emphasis_, link->address, ""});
      at_ = link->end;
    } else {
      words_ += text_[at_++];
    }
  }

  void star() {
    const std::size_t stars = stars_at(text_, at_) >= 2 ? 2 : 1;
    bool& state = stars == 2 ? strong_ : emphasis_;
    if (state || ends_later(text_, at_ + stars, stars)) {
      give();
      state = !state;
    } else {
      words_.append(stars, '*');
    }
    at_ += stars;
  }

  void give() {
    if (!words_.empty()) add({std::exchange(words_, {}), strong_, emphasis_, "", ""});
  }

  void add(Span span) {
    if (!spans_.empty() && spans_.back().href.empty() && span.href.empty() &&
        spans_.back().strong == span.strong && spans_.back().emphasis == span.emphasis) {
      spans_.back().text += span.text;
    } else {
      spans_.push_back(std::move(span));
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string words_;
  bool strong_ = false, emphasis_ = false;
  std::vector<Span> spans_;
};

std::string escaped(std::string_view text) {
  std::string made;
  for (const char c : text) {
    if (c == '\\' || c == '*' || c == '[' || c == ']') made += '\\';
    made += c;
  }
  return made;
}

std::string without_brackets(std::string address) {
  for (std::size_t at = 0; (at = address.find(')', at)) != std::string::npos; at += 3)
    address.replace(at, 1, "%29");
  return address;
}

}  // namespace

bool is_safe_address(std::string_view address) {
  if (address.size() > address_max) return false;
  if (!address.starts_with("https://") && !address.starts_with("mailto:")) return false;
  return std::ranges::all_of(address, [](char c) {
    const bool control = static_cast<unsigned char>(c) <= 0x20 || c == 0x7F;
    return !control && std::string_view(R"(<>"\`{}|^)").find(c) == std::string_view::npos;
  });
}

std::vector<Span> read_spans(std::string_view text) { return Reader(text).read(); }

std::string write_spans(const std::vector<Span>& spans) {
  std::string text;
  bool strong = false, emphasis = false;
  const auto go_to = [&](bool to_strong, bool to_emphasis) {
    if (strong != to_strong) text += "**";
    if (emphasis != to_emphasis) text += "*";
    strong = to_strong;
    emphasis = to_emphasis;
  };
  for (const auto& span : spans) {
    if (span.text.empty()) continue;
    go_to(span.strong, span.emphasis);
    if (is_safe_address(span.href)) {
      text += "[" + escaped(span.text) + "](" + without_brackets(span.href) + ")";
    } else {
      text += escaped(span.text);
    }
  }
  go_to(false, false);
  return text;
}

}  // namespace onereturn::documents
