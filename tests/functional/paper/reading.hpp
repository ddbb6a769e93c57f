#pragma once

#include <string>
#include <vector>

#include "platform/convert/converter.hpp"

// Reading back what was made, with programs that did not make it.
namespace onereturn::testing::paper {

// What a program writes, with {file} in its words a file of these bytes. Fails the test when it
// answers badly.
std::string read_with(const std::vector<std::string>& words, const std::string& bytes);

std::string inside_zip(const std::string& bytes, const std::string& name);
std::string text_of_pdf(const std::string& bytes);
std::string structure_of_pdf(const std::string& bytes);  // the tags and texts, a line each
std::string plain_pdf(const std::string& bytes);         // qpdf's readable form

// What veraPDF says of PDF/UA-1 and PDF/A-2b, nothing when all is well. Where the machine does not
// have it (tests/functional/paper/verapdf) it says so, loudly, and answers nothing.
std::string wrong_in_pdf(const std::string& bytes);
// The levels of headings in a PDF in the order of reading, the title's 1.
std::vector<int> levels_of_headings(const std::string& pdf);
// Complaints about an office file: parts that are no XML, relationships that lead nowhere.
std::string wrong_in_office_file(const std::string& bytes);

int how_often(const std::string& text, const std::string& word);

// A whole page of HTML around a body.
std::string page(const std::string& body, const std::string& title = "A report",
                 const std::string& language = "en-GB");
// A picture as a data: address, in a paragraph.
std::string picture(const std::string& svg, const std::string& alternative);

// Limits for a machine that has much else to do.
convert::Settings patient();
// One for all tests of a program.
const convert::Converter& converter();
convert::Look look();

// Folders of jobs that stand there, and processes with one of them in their words.
std::vector<std::string> left_in(const std::string& folder);
std::vector<std::string> processes_with(const std::string& word);

}  // namespace onereturn::testing::paper
