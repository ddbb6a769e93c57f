#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

// What tries inputs nobody thought of. Each file of targets/ is one: a function that takes any
// bytes and holds what must be true of them whatever they are. Under the fuzzer it is a program of
// its own; under the ordinary build all of them play the corpora (corpora_test.cpp).
namespace onereturn::fuzz {

// A property did not hold.
class Broken : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

struct Target {
  std::string name;
  void (*one_input)(std::string_view bytes) = nullptr;
};

std::vector<Target>& targets();

// Makes a target known; one stands at the end of each file.
class Known {
 public:
  Known(const char* name, void (*one_input)(std::string_view bytes)) {
    targets().push_back({name, one_input});
  }
};

// Throws Broken with the property's sentence.
void must(bool holds, const std::string& property);

// Well-formed UTF-8, judged by rules of its own: no overlong form, no surrogate, no more than
// U+10FFFF.
bool is_utf8(std::string_view text);

// The input as a source of small decisions; zeros once it is used up.
class Taker {
 public:
  explicit Taker(std::string_view bytes) : rest_(bytes) {}

  std::size_t number(std::size_t below);
  bool flag() { return number(2) == 1; }
  // At most so many bytes.
  std::string text(std::size_t most);
  std::string_view rest() const { return rest_; }
  bool empty() const { return rest_.empty(); }

 private:
  unsigned char byte();

  std::string_view rest_;
};

}  // namespace onereturn::fuzz
