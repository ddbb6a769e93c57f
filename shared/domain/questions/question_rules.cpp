#include "domain/questions/question_rules.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "base/ensure.hpp"
#include "base/text.hpp"

namespace onereturn::questions {

namespace {

constexpr std::array<const char*, 2> sides = {"agency", "board"};
constexpr std::array<const char*, 4> turns = {"agency", "board", "answered", "closed"};
constexpr std::array<const char*, 4> kinds = {"question", "answer", "more", "closed"};

template <class Enum, std::size_t count>
Enum found_in(const std::array<const char*, count>& all, std::string_view text) {
  const auto at = std::find(all.begin(), all.end(), text);
  ENSURE(at != all.end(), "a conversation has a word that is not known");
  return static_cast<Enum>(at - all.begin());
}

bool is_letter(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) > 127;
}

std::string lower(std::string_view text) {
  std::string small(text);
  std::transform(small.begin(), small.end(), small.begin(), [](char c) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  });
  return small;
}

}  // namespace

const char* to_string(Side side) { return sides.at(static_cast<std::size_t>(side)); }
const char* to_string(Waits waits) { return turns.at(static_cast<std::size_t>(waits)); }
const char* to_string(MessageKind kind) { return kinds.at(static_cast<std::size_t>(kind)); }
Side side_of(std::string_view text) { return found_in<Side>(sides, text); }
Waits waits_of(std::string_view text) { return found_in<Waits>(turns, text); }
MessageKind kind_of(std::string_view text) { return found_in<MessageKind>(kinds, text); }

Waits waits_after(Side side, MessageKind kind) {
  if (kind == MessageKind::closed) return Waits::closed;
  if (side == Side::agency) return Waits::board;
  return kind == MessageKind::answer ? Waits::answered : Waits::agency;
}

std::optional<Instant> waiting_since(const Thread& before, Waits after, Instant now) {
  if (after == Waits::answered || after == Waits::closed) return std::nullopt;
  return after == before.waits_for && before.waiting_since ? before.waiting_since : now;
}

MessageKind kind_for_agency(Waits waits) {
  return waits == Waits::agency ? MessageKind::answer : MessageKind::question;
}

bool may_answer(std::string_view role) { return role == "manager" || role == "assistant"; }

Result<std::string> tidy_words(std::string_view words, const char* missing) {
  const Problem refused{ProblemCode::invalid, "validation", "It cannot be sent like this.", {}};
  const auto wrong = [&](std::string why) {
    auto problem = refused;
    problem.fields.push_back({"words", std::move(why)});
    return problem;
  };
  auto tidy = tidy_paragraph(words);
  const auto length = count_characters(tidy);
  if (!length) return wrong("It holds a character that is no text. Type it again.");
  if (*length > paragraph_characters_max) {
    return wrong("Use 10,000 characters or fewer. It has " + std::to_string(*length) + ".");
  }
  if (tidy.empty() && missing != nullptr) return wrong(missing);
  return tidy;
}

const frameworks::Item* item_of(const frameworks::Template& form, const std::string& code) {
  for (const auto& section : form.sections) {
    for (const auto& item : section.items) {
      if (item.code == code) return &item;
    }
  }
  return nullptr;
}

std::string place_words(const frameworks::Template& form, const std::string& code) {
  const auto* item = code.empty() ? nullptr : item_of(form, code);
  if (item == nullptr) return "The whole return";
  return item->number ? *item->number + " " + item->wording : item->wording;
}

bool names(std::string_view text, std::string_view name) {
  const auto needle = lower(tidy_line(name));
  if (needle.empty()) return false;
  const auto hay = lower(text);
  for (auto at = hay.find(needle); at != std::string::npos; at = hay.find(needle, at + 1)) {
    const auto end = at + needle.size();
    const bool begins = at == 0 || !is_letter(hay[at - 1]);
    const bool ends = end == hay.size() || !is_letter(hay[end]);
    if (begins && ends) return true;
  }
  return false;
}

}  // namespace onereturn::questions
