#pragma once

#include <string>
#include <vector>

#include "domain/documents/document.hpp"
#include "domain/documents/document_html.hpp"

namespace onereturn::documents {

enum class HtmlFor { page, reading, converting };

// Writes blocks one after the other and keeps count of their footnotes.
class BlockHtml {
 public:
  BlockHtml(HtmlFor what, const Base64* base64) : what_(what), base64_(base64) {}

  void add(const Block& block);
  // The footnotes that have not been written yet.
  void add_notes();
  const std::string& html() const { return html_; }

 private:
  void write(const Heading& heading);
  void write(const Paragraph& paragraph);
  void write(const List& list);
  void write(const Table& table);
  void write(const Picture& picture);
  void write(const PageBreak& page_break);
  void write(const SignOffs& sign_offs);
  void write(const Contents& contents);

  void write_columns(const Table& table);
  void write_cell(const Cell& cell, bool heading);
  std::string spans(const Paragraph& paragraph);
  std::string note_mark(const std::string& note);
  std::string of_class(std::string_view name) const;
  std::string cell_class(bool heading, const std::string& shade) const;

  HtmlFor what_;
  const Base64* base64_;
  std::string html_;
  std::vector<std::string> notes_;
};

}  // namespace onereturn::documents
