#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "domain/returns/workspace.hpp"
#include "platform/html/data.hpp"

// Words and small pieces that many pages share.
namespace onereturn::gateway::views {

// "five", "ten", "11"; with a capital at the start of a sentence.
std::string number_word(int number);
std::string capital(std::string words);

// "1 answer", "3 answers".
std::string counted(int number, std::string_view one, std::string_view many);

// "24 days", "today", "3 days late".
std::string days_words(int days_left);

// "A, B and C"; with another last word "A, B or C".
std::string joined(const std::vector<std::string>& parts, std::string_view last = "and");

// "About 80 words."; nothing for nothing.
std::string length_words(std::string_view text);

// "1. Senior management commitment", or the title alone where nothing is printed.
std::string numbered(const std::optional<std::string>& number, const std::string& title);

// A board's two letters and its short name: bits/board.
html::Data board_mark(const returns::BoardRef& board);

// bits/status. The tone is one of blue, green, amber, red, quiet, act.
html::Data status(std::string_view tone, std::string_view icon, std::string text);

// bits/error_summary, or "no" without errors. Each error is a field's id with its sentence.
struct PageError {
  std::string field;
  std::string message;
};
html::Data error_summary(const std::vector<PageError>& errors);
// The sentence of one field, or "no".
html::Data error_of(const std::vector<PageError>& errors, std::string_view field);

// A colour of the content as it may stand in an SVG attribute; the petrol of the page otherwise.
std::string safe_colour(const std::string& colour);

// A letter-and-digit form of a code for use as an id: "1.1 evidence" becomes "1-1-evidence".
std::string as_id(std::string_view code);

// The page's own unit in a link: "?unit=..." where the agency has several, else nothing.
std::string unit_query(const returns::Workspace& workspace);

}  // namespace onereturn::gateway::views
