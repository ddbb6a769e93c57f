#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/documents/document.hpp"

// The marks inside a line of marked text: **strong**, *emphasis*, [words](address), \escapes.
namespace onereturn::documents {

std::vector<Span> read_spans(std::string_view text);
std::string write_spans(const std::vector<Span>& spans);

// https or mailto, without anything that could end it early.
bool is_safe_address(std::string_view address);

}  // namespace onereturn::documents
