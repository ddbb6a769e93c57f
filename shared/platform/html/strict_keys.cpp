#include "platform/html/strict_keys.hpp"

#include <algorithm>

namespace onereturn::html {
namespace {

using Contexts = std::vector<const Data*>;

const Data* looked_up(const Contexts& contexts, std::string_view name) {
  if (name == ".") {
    return contexts.back();
  }
  const auto dot = name.find('.');
  const auto head = name.substr(0, dot);
  // Not by a view: clang 14 cannot read this library's.
  for (auto context = contexts.rbegin(); context != contexts.rend(); ++context) {
    const Data* found = (*context)->find(head);
    if (found == nullptr) {
      continue;
    }
    for (auto rest = name; found != nullptr && rest.find('.') != std::string_view::npos;) {
      rest.remove_prefix(rest.find('.') + 1);
      found = found->find(rest.substr(0, rest.find('.')));
    }
    return found;
  }
  return nullptr;
}

class Walk {
 public:
  explicit Walk(const std::vector<Token>& tokens) : tokens_(tokens) {}

  // Reads tokens from `at` up to the end of the section, and returns where that is.
  std::size_t body(std::size_t at, Contexts& contexts, bool shown) {
    while (at < tokens_.size() && tokens_[at].kind != Token::Kind::close) {
      const auto& token = tokens_[at];
      switch (token.kind) {
        case Token::Kind::variable:
        case Token::Kind::raw_variable:
          if (shown) {
            need(contexts, token.value);
          }
          ++at;
          break;
        case Token::Kind::section:
        case Token::Kind::inverted:
          at = section(at, contexts, shown);
          break;
        default:
          ++at;
      }
    }
    return at;
  }

  std::vector<std::string> missing;

 private:
  const Data* need(const Contexts& contexts, const std::string& name) {
    const Data* found = looked_up(contexts, name);
    if (found == nullptr && std::find(missing.begin(), missing.end(), name) == missing.end()) {
      missing.push_back(name);
    }
    return found;
  }

  std::size_t section(std::size_t at, Contexts& contexts, bool shown) {
    const auto& token = tokens_[at];
    const Data* value = shown ? need(contexts, token.value) : nullptr;
    const bool off =
        value == nullptr || value->is_no() || (value->is_list() && value->items().empty());
    if (token.kind == Token::Kind::inverted) {
      return body(at + 1, contexts, shown && off) + 1;
    }
    if (off) {
      return body(at + 1, contexts, false) + 1;
    }
    std::size_t end = at;
    const auto once = [&](const Data* context) {
      contexts.push_back(context);
      end = body(at + 1, contexts, true);
      contexts.pop_back();
    };
    if (value->is_list()) {
      for (const auto& item : value->items()) {
        once(&item);
      }
    } else {
      once(value);
    }
    return end + 1;
  }

  const std::vector<Token>& tokens_;
};

}  // namespace

std::vector<std::string> missing_keys(const std::vector<Token>& tokens, const Data& data) {
  Walk walk(tokens);
  Contexts contexts{&data};
  walk.body(0, contexts, true);
  return walk.missing;
}

}  // namespace onereturn::html
