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

int how_often(const std::string& text, const std::string& word);

// A whole page of HTML around a body.
std::string page(const std::string& body, const std::string& title = "A report",
                 const std::string& language = "en-GB");
// A picture as a data: address, in a paragraph.
std::string picture(const std::string& svg, const std::string& alternative);

// One for all tests of a program.
const convert::Converter& converter();
convert::Look look();

// Folders of jobs that stand there, and processes with one of them in their words.
std::vector<std::string> left_in(const std::string& folder);
std::vector<std::string> processes_with(const std::string& word);

}  // namespace onereturn::testing::paper
