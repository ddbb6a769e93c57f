#include "platform/convert/converter.hpp"

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string_view>

#include "base/text.hpp"
#include "platform/archive/archive.hpp"
#include "platform/convert/contents_pages.hpp"
#include "platform/convert/finish_pdf.hpp"
#include "platform/convert/letters.hpp"
#include "platform/convert/outside_references.hpp"
#include "platform/convert/reference.hpp"
#include "platform/convert/reference_texts.hpp"
#include "platform/convert/row_headings.hpp"
#include "platform/convert/word_layout.hpp"

namespace onereturn::convert {
namespace {

constexpr const char* soffice = "/usr/lib/libreoffice/program/soffice";
constexpr const char* pdf_filter =
    "pdf:writer_pdf_Export:{\"PDFUACompliance\":{\"type\":\"boolean\",\"value\":\"true\"},"
    "\"SelectPdfVersion\":{\"type\":\"long\",\"value\":\"2\"},"
    "\"ExportBookmarks\":{\"type\":\"boolean\",\"value\":\"true\"}}";
// Only to be asked on which pages the names of the document's places stand.
constexpr const char* names_filter =
    "pdf:writer_pdf_Export:{\"ExportBookmarksToPDFDestination\":{\"type\":\"boolean\","
    "\"value\":\"true\"}}";

std::string_view word_for(Cause cause) {
  switch (cause) {
    case Cause::no_room:
      return "no closed room can be had on this machine";
    case Cause::refused:
      return "the input is not whole or asks for something outside of itself";
    case Cause::timed_out:
      return "over the time allowed";
    case Cause::out_of_memory:
      return "over the memory allowed";
    case Cause::broke:
      return "the program failed";
    case Cause::nothing_usable:
      break;
  }
  return "nothing whole came out";
}

bool speaks_of_memory(std::string_view said) {
  constexpr auto words = std::to_array<std::string_view>(
      {"heap exhausted", "Heap exhausted", "out of memory", "Out of memory", "bad_alloc",
       "bad allocation", "Cannot allocate memory", "memory allocation"});
  return std::ranges::any_of(
      words, [&](std::string_view word) { return said.find(word) != std::string_view::npos; });
}

// What a shell between us and the program makes of the signal that ended it.
constexpr int of_signal = 128;

Cause cause_of(const std::string& step, const Ended& ended) {
  constexpr int haskell_heap = 251;
  const int signal = ended.signal != 0 ? ended.signal : ended.code - of_signal;
  if (ended.timed_out || signal == SIGXCPU) return Cause::timed_out;
  if (ended.code == haskell_heap || speaks_of_memory(ended.said)) return Cause::out_of_memory;
  // pandoc's runtime does not look whether it was given the memory with which it begins.
  if (step == "pandoc" && signal == SIGSEGV) return Cause::out_of_memory;
  // The limit of CPU is one second later a kill.
  if (signal == SIGKILL) return Cause::timed_out;
  return Cause::broke;
}

std::string_view open_document(const std::string& ending) {
  return ending == "odt" ? "mimetypeapplication/vnd.oasis.opendocument.text"
                         : "mimetypeapplication/vnd.oasis.opendocument.spreadsheet";
}

}  // namespace

bool is_whole(const std::string& bytes, const std::string& ending) {
  constexpr std::size_t tail = 1024;
  constexpr std::size_t zip_end = 22;
  constexpr std::size_t name_at = 30;
  const std::string_view all = bytes;
  if (ending == "pdf") {
    return all.starts_with("%PDF-1.") &&
           all.substr(all.size() - std::min(tail, all.size())).find("%%EOF") !=
               std::string_view::npos;
  }
  if (all.size() < 2 * zip_end || !all.starts_with("PK\x03\x04") ||
      !all.substr(all.size() - zip_end).starts_with("PK\x05\x06")) {
    return false;
  }
  if (ending.starts_with("od")) return all.substr(name_at).starts_with(open_document(ending));
  return all.find("[Content_Types].xml") != std::string_view::npos;
}

ConversionFailed::ConversionFailed(std::string step, Cause cause, std::string said)
    : std::runtime_error{step + ": " + std::string{word_for(cause)}},
      step_{std::move(step)},
      cause_{cause},
      said_{std::move(said)} {}

struct Converter::Known {
  std::mutex mutex;
  std::optional<Letters> letters;
};

Converter::Converter(Settings settings)
    : settings_{std::move(settings)},
      room_{closed_rooms_can_be_had() ? Room::closed : Room::open},
      known_{std::make_shared<Known>()} {
  if (settings_.folder.empty()) settings_.folder = std::filesystem::temp_directory_path();
  orphans_ = remove_orphans(settings_.folder);
}

bool Converter::usable() const { return room_ == Room::closed || settings_.open_room_allowed; }

void Converter::run(const JobFolder& job, const std::string& step,
                    const std::vector<std::string>& words) const {
  auto ended = run_in(room_, job, settings_.limits, words);
  if (!ended.well()) throw ConversionFailed{step, cause_of(step, ended), std::move(ended.said)};
}

std::string Converter::take(const JobFolder& job, const std::string& step,
                            const std::string& file) const {
  auto bytes = job.read(file, settings_.limits.file);
  if (!is_whole(bytes, file.substr(file.rfind('.') + 1))) {
    throw ConversionFailed{step, Cause::nothing_usable, {}};
  }
  return bytes;
}

std::string Converter::office(const JobFolder& job, const std::string& from,
                              const std::string& filter, const std::string& made) const {
  run(job, "libreoffice",
      {soffice, "--headless", "--norestore", "--nolockcheck",
       "-env:UserInstallation=file://{scratch}/profile", "--convert-to", filter, "--outdir",
       "{job}", "{job}/" + from});
  return take(job, "libreoffice", made);
}

std::string Converter::word_of(const JobFolder& job, const std::string& html,
                               const Look& look) const {
  job.write("page.html", html);
  job.write("look.docx", reference_docx(look));
  job.write("paper.lua", texts::paper);
  run(job, "pandoc",
      {"pandoc", "+RTS", "-M" + std::to_string(settings_.limits.memory / 2), "-RTS",
       "--from=html+epub_html_exts", "--to=docx", "--reference-doc=look.docx",
       "--lua-filter=paper.lua", "--output=made.docx", "page.html"});
  auto word = laid_out(take(job, "pandoc", "made.docx"), texts::styles);
  if (word.empty()) throw ConversionFailed{"pandoc", Cause::nothing_usable, {}};
  job.write("document.docx", word);
  return word;
}

// The fonts are asked in the room in which they are used.
void Converter::spell_out(std::string& html, Look& look) const {
  const std::lock_guard lock(known_->mutex);
  if (!known_->letters) {
    constexpr std::size_t list_max = 16'000'000;
    const JobFolder job{settings_.folder};
    run(job, "fc-list", {"sh", "-c", "exec fc-list --format '%{charset}\\n' >letters"});
    Letters letters{job.read("letters", list_max)};
    if (letters.empty()) throw ConversionFailed{"fc-list", Cause::nothing_usable, {}};
    known_->letters = std::move(letters);
  }
  html = known_->letters->spelled_page(html);
  for (auto* text : {&look.name, &look.record, &look.short_title, &look.foot})
    *text = known_->letters->spelled(characters_of(*text));
}

std::string Converter::plain_of(const JobFolder& job, const std::string& pdf) const {
  run(job, "qpdf", {"qpdf", "--qdf", "--object-streams=disable", pdf, "plain.pdf"});
  auto plain = job.read("plain.pdf", settings_.limits.file);
  if (plain.empty()) throw ConversionFailed{"qpdf", Cause::nothing_usable, {}};
  return plain;
}

std::string Converter::with_contents(const JobFolder& job, const std::string& word) const {
  (void)office(job, "document.docx", names_filter, "document.pdf");
  const auto pages = pages_of_names(plain_of(job, "document.pdf"));
  auto whole = archive::with_changed(word, "word/document.xml", [&](const std::string& words) {
    return with_pages(words, pages);
  });
  job.write("document.docx", whole);
  return whole;
}

std::string Converter::pdf_of_word(const JobFolder& job) const {
  auto pdf = office(job, "document.docx", pdf_filter, "document.pdf");
  name_row_headings(pdf);
  job.write("named.pdf", pdf);
  job.write("finished.pdf", finished(plain_of(job, "named.pdf")));
  run(job, "qpdf",
      {"sh", "-c",
       "fix-qdf finished.pdf >fixed.pdf && exec qpdf --object-streams=generate "
       "--newline-before-endstream fixed.pdf whole.pdf"});
  return take(job, "qpdf", "whole.pdf");
}

std::string Converter::convert(Format to, const std::string& html, const Look& look) const {
  if (!usable()) throw ConversionFailed{"room", Cause::no_room, {}};
  if (auto outside = outside_reference(html); !outside.empty()) {
    throw ConversionFailed{"pandoc", Cause::refused, std::move(outside)};
  }
  const JobFolder job{settings_.folder};
  if (to == Format::pdf) {
    auto shown = html;
    auto around = look;
    spell_out(shown, around);
    (void)word_of(job, shown, around);
    return pdf_of_word(job);
  }
  auto word = word_of(job, html, look);
  if (html.find("data-page-of=") != std::string_view::npos) word = with_contents(job, word);
  return to == Format::docx ? word : office(job, "document.docx", "odt", "document.odt");
}

std::string Converter::to_ods(const std::string& xlsx) const {
  if (!usable()) throw ConversionFailed{"room", Cause::no_room, {}};
  // LibreOffice makes an empty sheet of anything that it cannot read.
  if (!is_whole(xlsx, "xlsx")) throw ConversionFailed{"libreoffice", Cause::refused, {}};
  const JobFolder job{settings_.folder};
  job.write("book.xlsx", xlsx);
  return office(job, "book.xlsx", "ods", "book.ods");
}

std::string Converter::merge(const std::vector<std::string>& pdfs) const {
  if (!usable()) throw ConversionFailed{"room", Cause::no_room, {}};
  const JobFolder job{settings_.folder};
  std::vector<std::string> words = {"qpdf", "--empty", "--pages"};
  for (std::size_t at = 0; at < pdfs.size(); ++at) {
    const std::string name = "part" + std::to_string(at) + ".pdf";
    job.write(name, pdfs[at]);
    words.push_back("{job}/" + name);
  }
  words.insert(words.end(), {"--", "{job}/whole.pdf"});
  run(job, "qpdf", words);
  return take(job, "qpdf", "whole.pdf");
}

}  // namespace onereturn::convert
