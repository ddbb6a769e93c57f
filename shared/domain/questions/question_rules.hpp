#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/problem.hpp"
#include "base/result.hpp"
#include "domain/frameworks/frameworks.hpp"
#include "domain/questions/questions.hpp"

// Whose turn it is after what, and what may be written. Pure.
namespace onereturn::questions {

const char* to_string(Side side);
const char* to_string(Waits waits);
const char* to_string(MessageKind kind);
Side side_of(std::string_view text);
Waits waits_of(std::string_view text);
MessageKind kind_of(std::string_view text);

// Whose turn it is once `side` has written that.
Waits waits_after(Side side, MessageKind kind);

// Since when: a wait that goes on keeps its beginning, nobody's turn has none.
std::optional<Instant> waiting_since(const Thread& before, Waits after, Instant now);

// What an agency's message is, at this point of the conversation.
MessageKind kind_for_agency(Waits waits);

// A board's manager and assistants answer, publish and close; the others read.
bool may_answer(std::string_view role);

// The words as they are kept. Refuses with invalid, field "words", when there are none, when they
// are longer than a page or hold what is no text.
Result<std::string> tidy_words(std::string_view words, const char* missing);

// The item of the form. Nothing for a code that it has not.
const frameworks::Item* item_of(const frameworks::Template& form, const std::string& code);

// "1.1 Whether staff know …": number and wording of the item; "the whole return" without one.
std::string place_words(const frameworks::Template& form, const std::string& code);

// Names of the agency, or of a unit, that stand in what is to be published: a guidance that names
// who asked. Compared without regard to capitals, whole words only.
bool names(std::string_view text, std::string_view name);

}  // namespace onereturn::questions
