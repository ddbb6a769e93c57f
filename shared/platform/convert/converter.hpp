#pragma once

#include <chrono>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "platform/convert/room.hpp"

// Word, PDF and ODF out of HTML and workbooks, made by pandoc and LibreOffice in a closed room.
// README.md says which HTML becomes what.
namespace onereturn::convert {

enum class Format { docx, odt, pdf };
enum class Page { a4, a4_across, a3_across };

// Why nothing was made.
enum class Cause {
  no_room,         // this machine lets us make no closed room
  refused,         // the input is not whole, or asks for something outside of itself
  timed_out,       // over the time allowed
  out_of_memory,   // over the memory allowed
  broke,           // the program says that it failed, or was killed
  nothing_usable,  // it says that all is well and what it made is absent or not whole
};

class ConversionFailed : public std::runtime_error {
 public:
  ConversionFailed(std::string step, Cause cause, std::string said);

  const std::string& step() const { return step_; }
  Cause cause() const { return cause_; }
  // What the program wrote. May hold words of the document: not for logs.
  const std::string& said() const { return said_; }
  // Worth another try as it is.
  bool passing() const { return cause_ == Cause::broke || cause_ == Cause::nothing_usable; }

 private:
  std::string step_;
  Cause cause_;
  std::string said_;
};

// How the pages look, beside what the HTML says. All of it is plain text.
struct Look {
  std::string name;                // on the head of the first page: who issues the document
  std::string colour = "#0b4f5c";  // of headings and lines; anything but #rrggbb is the usual one
  std::string logo;                // the bytes of a PNG or JPEG, or nothing
  int logo_width = 0;              // and its size in dots
  int logo_height = 0;
  std::string record;       // at the right of each page's head
  std::string short_title;  // at the left of the head of all pages but the first
  std::string foot;         // at the left of each page's foot
  std::string language = "en-GB";
  Page page = Page::a4;
};

struct Settings {
  std::string folder;  // where the folders of jobs are made; "": the system's for such things
  Limits limits;
  bool open_room_allowed = false;  // when no closed room can be had: limits alone
};

// May be used from any thread, by several at once. Every function throws ConversionFailed, and
// std::system_error when the machine gives no folder or process.
class Converter {
 public:
  // Looks which rooms this machine has.
  explicit Converter(Settings settings);

  // False: every conversion fails with no_room.
  bool usable() const;
  Room room() const { return room_; }
  // How many folders of dead programs' jobs were found and removed at the beginning.
  int orphans() const { return orphans_; }

  // A page of HTML, whose <title> and <html lang> become the document's. In a PDF a character that
  // no font of this machine has is named by its number, "[U+1F9FF]": whoever keeps it has no other
  // fonts. Word and ODF keep the character.
  std::string convert(Format to, const std::string& html, const Look& look) const;
  // The bytes of an .xlsx as .ods.
  std::string to_ods(const std::string& xlsx) const;
  // One PDF after the other. What they say about their structure is lost: for reading on paper. A
  // pack that everybody can read is one page of HTML.
  std::string merge(const std::vector<std::string>& pdfs) const;

 private:
  struct Known;
  std::string word_of(const JobFolder& job, const std::string& html, const Look& look) const;
  void spell_out(std::string& html, Look& look) const;
  std::string with_contents(const JobFolder& job, const std::string& word) const;
  std::string plain_of(const JobFolder& job, const std::string& pdf) const;
  std::string pdf_of_word(const JobFolder& job) const;
  void run(const JobFolder& job, const std::string& step,
           const std::vector<std::string>& words) const;
  std::string take(const JobFolder& job, const std::string& step, const std::string& file) const;
  std::string office(const JobFolder& job, const std::string& from, const std::string& filter,
                     const std::string& made) const;

  Settings settings_;
  Room room_;
  int orphans_ = 0;
  std::shared_ptr<Known> known_;  // found out when first asked for
};

// No conversion takes longer: the programs of one, one after the other, each with its limit.
constexpr std::chrono::seconds longest(std::chrono::seconds time_of_each) {
  constexpr int programs_of_one = 5;
  return programs_of_one * time_of_each;
}

// True when the bytes are a whole file of that ending ("docx", "odt", "ods", "xlsx", "pdf"), as far
// as its beginning and end tell.
bool is_whole(const std::string& bytes, const std::string& ending);

}  // namespace onereturn::convert
