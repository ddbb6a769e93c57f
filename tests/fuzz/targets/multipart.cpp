// A form with a file as it arrives: in pieces that end anywhere.

#include "platform/http/multipart.hpp"

#include "domain/evidence/file_types.hpp"
#include "fuzz/target.hpp"

namespace onereturn::fuzz {
namespace {

// Writes down what it is told, however the bytes of a part are cut.
class Notes : public http::PartReceiver {
 public:
  void begin_part(const http::PartHead& head) override {
    must(!open_, "a part begins after the one before has ended");
    open_ = true;
    ++parts;
    must(is_utf8(head.name), "a part's name is text");
    text += "\n[" + head.name + "|" + (head.file_name ? *head.file_name : "-") + "]";
    if (!head.file_name) return;
    const auto name = evidence::tidy_file_name(*head.file_name);
    must(is_utf8(name) && name.find_first_of("/\\\r\n") == std::string::npos,
         "a file's name is one line without a path");
  }
  void part_bytes(std::string_view bytes) override {
    must(open_, "bytes come within a part");
    must(!bytes.empty(), "no empty piece is told");
    text += bytes;
  }
  void end_part() override {
    must(open_, "what ends has begun");
    open_ = false;
    text += "]";
  }

  bool open() const { return open_; }
  std::string text;
  std::size_t parts = 0;

 private:
  bool open_ = false;
};

struct Reading {
  bool complete = false;
  bool failed = false;
  std::string text;
};

Reading read(const std::string& boundary, std::string_view form, Taker cuts, bool in_pieces) {
  Notes notes;
  http::MultipartReader reader(boundary, notes);
  while (!form.empty()) {
    const auto size = in_pieces ? std::min(form.size(), 1 + cuts.number(300)) : form.size();
    reader.take(form.substr(0, size));
    form.remove_prefix(size);
  }
  must(!(reader.complete() && reader.failed()), "a form is not both whole and refused");
  must(!reader.complete() || !notes.open(), "a whole form has no open part");
  must(notes.parts <= 200, "no more parts than the limit");
  return {reader.complete(), reader.failed(), notes.text};
}

// The first line gives the cuts, the rest is the form; its boundary is X, or what the type says.
void one_input(std::string_view bytes) {
  const auto line = bytes.find('\n');
  if (line == std::string_view::npos) return;
  const auto first = bytes.substr(0, line);
  const auto boundary = http::multipart_boundary(first);
  if (boundary) must(!boundary->empty() && boundary->size() <= 70, "a boundary has 1 to 70 signs");
  const auto form = bytes.substr(line + 1);
  const auto name = boundary.value_or("X");
  const auto whole = read(name, form, Taker(""), false);
  const auto cut = read(name, form, Taker(first), true);
  must(whole.complete == cut.complete && whole.failed == cut.failed,
       "how a form arrives does not decide whether it is taken");
  must(!whole.complete || whole.text == cut.text, "how a form arrives does not change it");
}

const Known known("multipart", &one_input);

}  // namespace
}  // namespace onereturn::fuzz
