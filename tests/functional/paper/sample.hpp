#pragma once

#include <string>

#include "domain/documents/document.hpp"

namespace onereturn::testing {

// An overview of an exercise, as a board would send it out: every kind of block, names in Welsh and
// Arabic, a footnote, a picture.
documents::Document overview();

// Nothing but a title and one table of so many rows.
documents::Document register_of(int rows);

// What a shell command says; throws when it fails.
std::string said_by(const std::string& command);

// A file for the other programs to read, gone with the object.
class Kept {
 public:
  Kept(const std::string& bytes, const std::string& ending);
  ~Kept();
  Kept(const Kept&) = delete;
  Kept& operator=(const Kept&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace onereturn::testing
