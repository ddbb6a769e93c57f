#pragma once

#include "base/problem.hpp"
#include "domain/returns/save_answer.hpp"
#include "domain/returns/save_box.hpp"

// What may be written at all, whatever the boards ask.
namespace onereturn::returns {

// Tidies the texts in place and answers one field error for each that will not do; no field
// errors when all is well.
Problem tidy(SaveAnswer& command);
Problem tidy(SaveBoardAnswer& command);
Problem tidy(SaveBox& command);

// Adds a field error when the text is missing (and `missing` says what to do), too long, or holds
// characters that no text may hold.
void check_text(Problem& problem, const std::string& field, const std::string& text,
                std::size_t characters_max, const char* missing = nullptr);

Problem answer_not_found();
Problem not_permitted_to_write();

}  // namespace onereturn::returns
