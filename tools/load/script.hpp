#pragma once

#include <cstdint>
#include <istream>
#include <memory>
#include <string>
#include <vector>

namespace onereturn::load {

// One request of the script: when it is sent, by whom, and what.
struct Step {
  std::int64_t at_us = 0;  // after the beginning
  std::string kind;
  int seat = 0;      // whose connections it uses: seat N comes from 127.0.0.N
  int slot = -1;     // what it writes; the version stands in the body as @V@
  int version = 0;   // of the slot, before anything is sent
  std::string head;  // request line and headers, each ended by CR LF, without Content-Length
  std::string body;
  std::shared_ptr<const std::string> file;  // sent instead of the body

  // What goes over the wire when the slot stands at this version.
  std::string text(int current) const;
};

// Reads a script: one line a step, its fields parted by tabs: at_us, kind, seat, slot, version,
// method, target, header lines parted by U+001F, body; a body "@PATH" is that file. Steps are in
// the order of their times. `host` is said to the server. Throws std::runtime_error for a line that
// is none.
std::vector<Step> read_script(std::istream& lines, const std::string& host);

// What the server said about the version in its answer, or 0.
int version_in(const std::string& body);

}  // namespace onereturn::load
