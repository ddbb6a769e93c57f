#include "platform/convert/finish_pdf.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "platform/convert/plain_pdf.hpp"

namespace onereturn::convert {
namespace {

constexpr std::string_view extension =
    R"(  <rdf:Description rdf:about="")"
    R"( xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/")"
    R"( xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#")"
    R"( xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
   <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
     <pdfaProperty:name>part</pdfaProperty:name>
     <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
     <pdfaProperty:category>internal</pdfaProperty:category>
     <pdfaProperty:description>Part of the standard</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
   </rdf:li></rdf:Bag></pdfaExtension:schemas>
  </rdf:Description>
)";

std::string_view last_word(std::string_view line) {
  line = line.substr(0, line.find_last_not_of(' ') + 1);
  return line.substr(line.rfind(' ') + 1);
}

// The numbers of links that stand on a page and nowhere in the structure.
std::set<std::string, std::less<>> unknown_links(std::string_view plain) {
  std::set<std::string, std::less<>> found;
  std::string_view object;
  bool link = false;
  bool known = false;
  for (bool stream = false; !plain.empty();) {
    const auto line = take_line(plain);
    if (stream) {
      stream = line != "endstream";
    } else if (begins_object(line)) {
      object = first_word(line);
      link = known = false;
    } else if (line == "stream") {
      stream = true;
    } else if (line == "endobj") {
      if (link && !known) found.emplace(object);
    } else {
      link = link || line == "  /Subtype /Link";
      known = known || line.starts_with("  /StructParent ");
    }
  }
  return found;
}

// Marks what is drawn outside of every marked part of a page as decoration, line by line: that is
// how the pages are written, and no text holds a line end.
class Decoration {
 public:
  void add(std::string& made, std::string_view line) {
    if (line.ends_with("BDC") || line.ends_with("BMC")) {
      ++depth_;
    } else if (line == "EMC") {
      --depth_;
    } else if (depth_ == 0) {
      add_outside(made, line);
      return;
    }
    append(made, line);
  }

 private:
  static void append(std::string& made, std::string_view line) { (made += line) += '\n'; }

  static bool begins(std::string_view line) {
    const auto last = last_word(line);
    return last == "m" || last == "BT" || last == "Do" || last == "re" ||
           line.find(" re ") != std::string_view::npos;
  }
  static bool ends(std::string_view line) {
    constexpr auto words = std::to_array<std::string_view>(
        {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n", "ET", "Do"});
    return std::find(words.begin(), words.end(), last_word(line)) != words.end();
  }

  void add_outside(std::string& made, std::string_view line) {
    if (!open_ && begins(line)) {
      made += "/Artifact BMC\n";
      open_ = true;
    }
    append(made, line);
    if (open_ && ends(line)) {
      made += "EMC\n";
      open_ = false;
    }
  }

  int depth_ = 0;
  bool open_ = false;
};

class Finishing {
 public:
  explicit Finishing(std::string_view plain) : plain_{plain}, links_{unknown_links(plain)} {}

  std::string whole() {
    made_.reserve(plain_.size() + plain_.size() / 16);
    while (!plain_.empty())
      add(take_line(plain_));
    return std::move(made_);
  }

 private:
  enum class Stream { other, page, metadata };

  void add(std::string_view line) {
    if (line.starts_with("%% Contents for page ")) next_ = Stream::page;
    if (line == "  /Type /Metadata") next_ = Stream::metadata;
    if (line == "endobj") {
      next_ = Stream::other;
      links_here_ = false;
    }
    append(line == "  /Tabs (S)" ? "  /Tabs /S" : line);
    if (line == "  /S /Note") {
      made_.insert(made_.size() - line.size() - 1,
                   "  /ID (note-" + std::to_string(++notes_) + ")\n");
    }
    if (line == "  /Annots [") links_here_ = true;
    if (line == "  ]") links_here_ = false;
    if (links_here_ && links_.contains(first_word(without_indent(line)))) {
      made_.resize(made_.size() - line.size() - 1);
    }
    if (line == "stream") add_stream();
  }

  void add_stream() {
    Decoration page;
    while (!plain_.empty()) {
      const auto line = take_line(plain_);
      const bool end = line == "endstream";
      if (!end && next_ == Stream::page) {
        page.add(made_, line);
        continue;
      }
      if (next_ == Stream::metadata && without_indent(line) == "</rdf:RDF>") made_ += extension;
      append(line);
      if (end) return;
    }
  }

  void append(std::string_view line) { (made_ += line) += '\n'; }

  std::string_view plain_;
  std::set<std::string, std::less<>> links_;
  std::string made_;
  Stream next_ = Stream::other;
  bool links_here_ = false;
  int notes_ = 0;
};

}  // namespace

std::string finished(std::string_view plain) { return Finishing{plain}.whole(); }

}  // namespace onereturn::convert
