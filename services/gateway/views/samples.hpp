#pragma once

#include <string>
#include <utility>
#include <vector>

#include "domain/reviews/sample.hpp"
#include "gateway/views/words.hpp"
#include "platform/html/data.hpp"

// Random samples of evidence.
namespace onereturn::gateway::views {

// The form of a draw as it was typed.
struct TypedDraw {
  std::string sample;  // its number, made with the form
  std::string wave;    // of a whole wave
  std::string how;     // "number", "percent"
  std::string amount;
  std::string seed;
  std::vector<PageError> errors;
};

struct SamplesInput {
  const std::vector<reviews::SampleHead>& samples;
  std::string back_href, back_words;
  std::string action;
  std::string about;                                       // of one return, or ""
  std::vector<std::pair<std::string, std::string>> waves;  // number and name; of the whole board
  bool may_draw = false;
  TypedDraw typed;
};
// pages/samples: those drawn so far, and the form that draws another.
html::Data samples_page(const SamplesInput& input);

// A result that was refused, as it was typed.
struct TypedResult {
  std::string place;  // "<return>/<number>"
  std::string outcome, note;
  std::vector<PageError> errors;
};
struct SampleReader {
  bool may_write = false;
  bool may_export = false;
  bool whole_list = false;  // asked for all pieces, not the first hundred
};
// pages/sample: what was drawn and how to draw it again, each piece with what it shows. Whoever
// reads it can draw it again from the page alone; taking the list along is another right.
html::Data sample_page(const reviews::Sample& sample, Date today, Date ask_until,
                       const SampleReader& reader, const TypedResult& typed,
                       const std::string& saved);

// The population as a file: seed, piece, place, drawn.
std::string sample_file(const reviews::Sample& sample);

std::string outcome_words(reviews::Outcome outcome);

}  // namespace onereturn::gateway::views
