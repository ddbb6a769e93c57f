#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace onereturn::http {

// The boundary of "multipart/form-data; boundary=…"; nothing for any other type or a boundary that
// RFC 2046 does not allow.
std::optional<std::string> multipart_boundary(std::string_view content_type);

// The head of one part of a form.
struct PartHead {
  std::string name;
  std::optional<std::string> file_name;  // a file; "" when the person chose none
};

// What a parsed form is told to. Nothing here throws.
class PartReceiver {
 public:
  virtual ~PartReceiver() = default;
  virtual void begin_part(const PartHead& head) = 0;
  virtual void part_bytes(std::string_view bytes) = 0;
  virtual void end_part() = 0;
};

// Reads a form with files as it arrives, in constant memory: at most one line of a part's head and
// one boundary are held. Strict: what browsers and curl send, and nothing looser (no preamble, no
// nested forms, no folded lines, no transfer encodings).
class MultipartReader {
 public:
  MultipartReader(std::string boundary, PartReceiver& receiver);

  // False once the form is malformed; what comes afterwards is ignored.
  bool take(std::string_view bytes);
  // True when the closing boundary has been read.
  bool complete() const { return state_ == State::done; }
  bool failed() const { return state_ == State::broken; }

 private:
  enum class State { first_line, head, body, after_boundary, done, broken };

  bool step();
  bool read_first_line();
  bool read_head();
  bool read_body();
  bool read_after_boundary();
  bool take_head(std::string_view lines);

  std::string mark_;  // "\r\n--boundary"
  PartReceiver& receiver_;
  std::string held_;
  std::size_t not_body_ = 0;  // bytes at the front of held_ that belong to the part's head
  State state_ = State::first_line;
  std::size_t parts_ = 0;
};

}  // namespace onereturn::http
