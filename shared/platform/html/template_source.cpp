#include "platform/html/template_source.hpp"

namespace onereturn::html {
namespace {

constexpr int depth_max = 8;

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) {
    return {};
  }
  const auto last = text.find_last_not_of(" \t\r\n");
  return std::string(text.substr(first, last - first + 1));
}

Token tag_token(std::string_view inside) {
  using Kind = Token::Kind;
  const char sign = inside.empty() ? ' ' : inside.front();
  const auto rest = inside.empty() ? inside : inside.substr(1);
  switch (sign) {
    case '#':
      return {Kind::section, trimmed(rest)};
    case '^':
      return {Kind::inverted, trimmed(rest)};
    case '/':
      return {Kind::close, trimmed(rest)};
    case '>':
      return {Kind::partial, trimmed(rest)};
    case '!':
      return {Kind::comment, {}};
    case '&':
      return {Kind::raw_variable, trimmed(rest)};
    case '=':
      return {Kind::other, trimmed(inside)};
    default:
      return {Kind::variable, trimmed(inside)};
  }
}

void expand(const SourceMap& sources, std::string_view name, int depth, std::string& out,
            std::vector<std::string>& faults) {
  const auto source = sources.find(name);
  if (source == sources.end()) {
    faults.push_back("no template is called '" + std::string(name) + "'");
    return;
  }
  if (depth > depth_max) {
    faults.push_back("partials are nested too deep at '" + std::string(name) + "'");
    return;
  }
  std::string_view rest = source->second;
  for (auto at = rest.find("{{>"); at != std::string_view::npos; at = rest.find("{{>")) {
    out.append(rest.substr(0, at));
    const auto end = rest.find("}}", at);
    if (end == std::string_view::npos) {
      faults.push_back("an unclosed tag in '" + std::string(name) + "'");
      return;
    }
    expand(sources, trimmed(rest.substr(at + 3, end - at - 3)), depth + 1, out, faults);
    rest.remove_prefix(end + 2);
    // A partial's text ends with its own line break.
    if (rest.starts_with('\n') && out.ends_with('\n')) {
      rest.remove_prefix(1);
    }
  }
  out.append(rest);
}

}  // namespace

std::vector<Token> tokens_of(std::string_view source) {
  std::vector<Token> tokens;
  while (!source.empty()) {
    const auto at = source.find("{{");
    if (at != 0) {
      tokens.push_back({Token::Kind::text, std::string(source.substr(0, at))});
      source.remove_prefix(at == std::string_view::npos ? source.size() : at);
      continue;
    }
    const bool raw = source.starts_with("{{{");
    const std::string_view closing = raw ? "}}}" : "}}";
    const auto end = source.find(closing, 2);
    if (end == std::string_view::npos) {
      tokens.push_back({Token::Kind::other, trimmed(source.substr(0, 40))});
      return tokens;
    }
    const auto skip = closing.size();
    if (raw) {
      tokens.push_back({Token::Kind::raw_variable, trimmed(source.substr(3, end - 3))});
    } else {
      tokens.push_back(tag_token(source.substr(2, end - 2)));
    }
    source.remove_prefix(end + skip);
  }
  return tokens;
}

std::string with_partials(const SourceMap& sources, std::string_view name,
                          std::vector<std::string>& faults) {
  std::string expanded;
  expand(sources, name, 0, expanded, faults);
  return expanded;
}

void check_template(std::string_view name, std::string_view expanded,
                    std::vector<std::string>& faults) {
  const bool layout = name.starts_with("layouts/");
  std::vector<std::string> open;
  const auto fault = [&](const std::string& what) {
    faults.push_back("template '" + std::string(name) + "': " + what);
  };
  for (const auto& token : tokens_of(expanded)) {
    switch (token.kind) {
      case Token::Kind::raw_variable:
        if (!layout || token.value != "body") {
          fault("unescaped output of '" + token.value + "'");
        }
        break;
      case Token::Kind::section:
      case Token::Kind::inverted:
        open.push_back(token.value);
        break;
      case Token::Kind::close:
        if (open.empty() || open.back() != token.value) {
          fault("section '" + token.value + "' closes what is not open");
          return;
        }
        open.pop_back();
        break;
      case Token::Kind::other:
        fault("a tag that is not allowed: " + token.value);
        break;
      case Token::Kind::variable:
        if (token.value.empty()) {
          fault("an empty tag");
        }
        break;
      default:
        break;
    }
  }
  if (!open.empty()) {
    fault("section '" + open.back() + "' is never closed");
  }
}

}  // namespace onereturn::html
